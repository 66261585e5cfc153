// A slider between two plain words, with its number, which may be typed, and what it means just now.
import { button, el, setText, show } from '../dom.ts';
import { setting } from '../format.ts';
import { nearestStop, readNumber } from '../settings.ts';
import type { NumberRange } from '../settings.ts';
import type { MeaningName } from '../meanings.ts';
import { icons } from '../ui/icons.ts';
import { term } from '../ui/meaning.ts';

export interface PlainSliderSpec {
  id: string;
  label: string;
  meaning: MeaningName;
  low: string;
  high: string;
  standard: number;
  range: NumberRange;
  words(value: number): string;
  change(value: number): void;
  refuse(message: string): void;
}

export function plainSlider(spec: PlainSliderSpec) {
  const { id, range, standard } = spec;
  let shown = standard;
  const toStandard = () => {
    spec.change(standard);
  };
  const slider = el('input', {
    attrs: {
      type: 'range',
      id,
      min: '0',
      max: String(range.stops.length - 1),
      step: '1',
      'aria-label': spec.label,
    },
  });
  slider.addEventListener('input', () => {
    const value = range.stops[slider.valueAsNumber];
    if (value !== undefined) spec.change(value);
  });
  slider.addEventListener('keydown', (event) => {
    if (event.key !== 'Home') return;
    event.preventDefault();
    toStandard();
  });
  slider.addEventListener('dblclick', toStandard);
  const exact = el('input', {
    class: 'exact',
    attrs: {
      type: 'text',
      inputmode: 'decimal',
      autocomplete: 'off',
      'aria-label': `${spec.label}, exact value`,
    },
  });
  exact.addEventListener('change', () => {
    const value = readNumber(exact.value, range);
    if (typeof value === 'number') spec.change(value);
    else spec.refuse(value);
    exact.value = setting(typeof value === 'number' ? value : shown);
  });
  exact.addEventListener('keydown', (event) => {
    if (event.key === 'Enter') exact.blur();
  });
  const back = button(`${spec.label} back to ${setting(standard)}`, toStandard, {
    class: 'back',
    icon: icons.back,
    attrs: { title: `Back to ${setting(standard)}` },
  });
  const words = el('p', { class: 'rule-hint', attrs: { id: `${id}-words` } });
  slider.setAttribute('aria-describedby', words.id);
  const ends = el(
    'p',
    { class: 'slider-ends', attrs: { 'aria-hidden': 'true' } },
    el('span', { text: spec.low }),
    el('span', { text: spec.high }),
  );
  const head = el('div', { class: 'control-head' }, term(spec.label, spec.meaning), exact);
  const root = el(
    'div',
    { class: 'control plain-slider' },
    head,
    el('div', { class: 'control-slide' }, slider, back),
    ends,
    words,
  );
  return {
    root,
    draw(value: number): void {
      shown = value;
      const text = setting(value);
      if (document.activeElement !== exact && exact.value !== text) exact.value = text;
      const stop = String(nearestStop(range.stops, value));
      if (slider.value !== stop) slider.value = stop;
      const now = spec.words(value);
      slider.setAttribute('aria-valuetext', `${text}: ${now}`);
      setText(words, now);
      show(back, value !== standard);
    },
  };
}
