// A slider of the lesson: its name, its value with the unit, and the way back by a double click or Home.
import { nearestStop } from '../state/settings.ts';
import { setting } from '../text/format.ts';
import { el, setText } from '../ui/dom.ts';

/** What a slider is called, its stops and its standard value. */
export interface SliderSpec {
  id: string;
  label: string;
  unit: string;
  standard: number;
  /** Ascending. */
  stops: readonly number[];
  change: (value: number) => void;
}

/** A slider that can be set from outside. */
export interface Slider {
  root: HTMLElement;
  draw(value: number): void;
}

/** A slider over its stops. */
export function slider({ id, label, unit, standard, stops, change }: SliderSpec): Slider {
  const value = el('output', { class: 'numeric', attrs: { for: id } });
  const input = el('input', {
    attrs: { type: 'range', id, min: '0', max: String(stops.length - 1), step: '1' },
  });
  const draw = (next: number) => {
    const text = `${setting(next)} ${unit}`;
    setText(value, text);
    const stop = String(nearestStop(stops, next));
    if (input.value !== stop) input.value = stop;
    input.setAttribute('aria-valuetext', text);
  };
  const set = (next: number) => {
    draw(next);
    change(next);
  };
  input.addEventListener('input', () => {
    set(stops[input.valueAsNumber] ?? standard);
  });
  const back = () => {
    set(standard);
  };
  input.addEventListener('dblclick', back);
  input.addEventListener('keydown', (event) => {
    if (event.key !== 'Home') return;
    event.preventDefault();
    back();
  });
  draw(standard);
  return {
    root: el(
      'div',
      { class: 'field slide' },
      el('div', { class: 'slide-head' }, el('label', { text: label, attrs: { for: id } }), value),
      input,
    ),
    draw,
  };
}

/** The stops 1, 2, … up to `most`. */
export const upTo = (most: number): number[] => Array.from({ length: most }, (_, i) => i + 1);
