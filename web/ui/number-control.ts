// One setting: its name (which explains it), its exact value (typed), its unit, a slider, and the way back to its
// default: the Home key or a double click on the slider or the name, or the button that appears.
import { nearestStop, readNumber } from '../state/settings.ts';
import type { NumberRange } from '../state/settings.ts';
import { setting } from '../text/format.ts';
import type { MeaningName } from '../text/meanings.ts';
import { el } from './dom.ts';
import { term } from './meaning.ts';
import { exactField, stopSlider, wayBack } from './value-parts.ts';

interface ControlSpec {
  id: string;
  label: string;
  meaning: MeaningName;
  standard: number;
  range: NumberRange;
  change: (value: number) => void;
  refuse: (message: string) => void;
}

/** A control with its unit. */
export interface NumberControlSpec extends ControlSpec {
  unit: string;
}

/** A control that can be set from outside. */
export interface NumberControl {
  root: HTMLElement;
  draw: (value: number) => void;
}

/** A number with a slider over its stops: what every such control is put together from. */
export function sliderParts(
  spec: ControlSpec,
  exactLabel: string,
  words: (value: number, text: string) => string,
) {
  const { id, label: name, range, standard, change, refuse } = spec;
  const toStandard = () => {
    change(standard);
  };
  const label = term(name, spec.meaning);
  label.addEventListener('dblclick', toStandard);
  const exact = exactField({
    attrs: { inputmode: 'decimal', 'aria-label': `${name}, ${exactLabel}` },
    read: (text) => readNumber(text, range),
    write: setting,
    change,
    refuse,
  });
  const slider = stopSlider(
    id,
    name,
    range.stops.length,
    (stop) => {
      change(range.stops[stop] ?? standard);
    },
    toStandard,
  );
  const back = wayBack(name, setting(standard), toStandard);
  return {
    label,
    exact: exact.root,
    slider: slider.root,
    slide: el('div', { class: 'control-slide' }, slider.root, back.root),
    draw: (value: number): void => {
      exact.draw(value);
      slider.draw(nearestStop(range.stops, value), words(value, setting(value)));
      back.draw(value === standard);
    },
  };
}

/** The control of a number. */
export function numberControl(spec: NumberControlSpec): NumberControl {
  const { unit } = spec;
  const { label, exact, slide, draw } = sliderParts(
    spec,
    `exact value, ${unit}`,
    (_, text) => `${text} ${unit}`,
  );
  const sign = el('span', { class: 'unit', text: unit, attrs: { 'aria-hidden': 'true' } });
  const head = el('div', { class: 'control-head' }, label, exact, sign);
  return { root: el('div', { class: 'control' }, head, slide), draw };
}
