// One setting: its name (which explains it), its exact value (typed), its unit, a slider, and the way back to its
// default: the Home key or a double click on the slider or the name, or the button that appears.
import { button, el, show } from '../dom.ts';
import { setting } from '../format.ts';
import { nearestStop, readNumber } from '../settings.ts';
import type { NumberRange } from '../settings.ts';
import type { MeaningName } from '../meanings.ts';
import { icons } from './icons.ts';
import { term } from './meaning.ts';

export interface NumberControlSpec {
  id: string;
  label: string;
  unit: string;
  meaning: MeaningName;
  standard: number;
  range: NumberRange;
  change(value: number): void;
  refuse(message: string): void;
}

export interface NumberControl {
  root: HTMLElement;
  draw(value: number): void;
}

export function numberControl(spec: NumberControlSpec): NumberControl {
  const { range, standard } = spec;
  let shown = standard;
  const label = term(spec.label, spec.meaning);
  const toStandard = () => {
    spec.change(standard);
  };
  const back = button(`${spec.label} back to ${setting(standard)}`, toStandard, {
    class: 'back',
    icon: icons.back,
    attrs: { title: `Back to ${setting(standard)}` },
  });
  const exact = el('input', {
    class: 'exact',
    attrs: {
      type: 'text',
      inputmode: 'decimal',
      autocomplete: 'off',
      spellcheck: 'false',
      'aria-label': `${spec.label}, exact value, ${spec.unit}`,
    },
  });
  const slider = el('input', {
    attrs: {
      type: 'range',
      id: spec.id,
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
  label.addEventListener('dblclick', toStandard);

  exact.addEventListener('change', () => {
    const value = readNumber(exact.value, range);
    if (typeof value === 'number') spec.change(value);
    else spec.refuse(value);
    exact.value = setting(typeof value === 'number' ? value : shown);
  });
  exact.addEventListener('keydown', (event) => {
    if (event.key === 'Enter') exact.blur();
    if (event.key !== 'Escape') return;
    exact.value = setting(shown);
    exact.blur();
  });

  const unit = el('span', { class: 'unit', text: spec.unit, attrs: { 'aria-hidden': 'true' } });
  const root = el(
    'div',
    { class: 'control' },
    el('div', { class: 'control-head' }, label, exact, unit),
    el('div', { class: 'control-slide' }, slider, back),
  );

  return {
    root,
    draw(value) {
      shown = value;
      const text = setting(value);
      if (document.activeElement !== exact && exact.value !== text) exact.value = text;
      const stop = String(nearestStop(range.stops, value));
      if (slider.value !== stop) slider.value = stop;
      slider.setAttribute('aria-valuetext', `${text} ${spec.unit}`);
      show(back, value !== standard);
    },
  };
}

export interface SeedControlSpec {
  id: string;
  label: string;
  meaning: MeaningName;
  standard: number;
  read(text: string): number | string;
  change(value: number): void;
  refuse(message: string): void;
}

/** A seed has no slider: no seed is nearer to another than the rest. */
export function seedControl(spec: SeedControlSpec): NumberControl {
  let shown = spec.standard;
  const label = term(spec.label, spec.meaning);
  const toStandard = () => {
    spec.change(spec.standard);
  };
  label.addEventListener('dblclick', toStandard);
  const back = button(`${spec.label} back to ${spec.standard}`, toStandard, {
    class: 'back',
    icon: icons.back,
    attrs: { title: `Back to ${spec.standard}` },
  });
  const exact = el('input', {
    class: 'exact seed',
    attrs: {
      type: 'text',
      id: spec.id,
      inputmode: 'numeric',
      autocomplete: 'off',
      spellcheck: 'false',
      'aria-label': spec.label,
    },
  });
  exact.addEventListener('change', () => {
    const value = spec.read(exact.value);
    if (typeof value === 'number') spec.change(value);
    else spec.refuse(value);
    exact.value = String(typeof value === 'number' ? value : shown);
  });
  exact.addEventListener('keydown', (event) => {
    if (event.key === 'Enter') exact.blur();
    if (event.key !== 'Escape') return;
    exact.value = String(shown);
    exact.blur();
  });
  return {
    root: el('div', { class: 'control seed-control' }, label, back, exact),
    draw(value) {
      shown = value;
      if (document.activeElement !== exact) {
        if (exact.value !== String(value)) exact.value = String(value);
      }
      show(back, value !== spec.standard);
    },
  };
}
