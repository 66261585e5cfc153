// What the controls of a value are put together from: the field where it is typed, the slider over its
// stops, and the way back to its default. The Home key and a double click lead back as well.
import { button, el, show } from './dom.ts';
import { icons } from './icons.ts';

/** What the typed field is, and what it does with a value. */
export interface ExactSpec {
  attrs: Record<string, string>;
  class?: string;
  /** A typed value, or why it cannot be one. */
  read: (text: string) => number | string;
  write: (value: number) => string;
  change: (value: number) => void;
  refuse: (message: string) => void;
}

/** The field; it shows the last value again when what is typed is none. */
export function exactField(spec: ExactSpec) {
  let shown = '';
  const root = el('input', {
    class: spec.class ?? 'exact',
    attrs: { type: 'text', autocomplete: 'off', spellcheck: 'false', ...spec.attrs },
  });
  root.addEventListener('change', () => {
    const value = spec.read(root.value);
    if (typeof value === 'number') spec.change(value);
    else spec.refuse(value);
    root.value = typeof value === 'number' ? spec.write(value) : shown;
  });
  root.addEventListener('keydown', ({ key }) => {
    if (key === 'Escape') root.value = shown;
    if (key === 'Escape' || key === 'Enter') root.blur();
  });
  return {
    root,
    draw(value: number): void {
      shown = spec.write(value);
      if (document.activeElement !== root && root.value !== shown) root.value = shown;
    },
  };
}

/** Its value is the place of a stop. */
export function stopSlider(
  id: string,
  label: string,
  stops: number,
  choose: (stop: number) => void,
  toStandard: () => void,
) {
  const root = el('input', {
    attrs: { type: 'range', id, min: '0', max: String(stops - 1), step: '1', 'aria-label': label },
  });
  root.addEventListener('input', () => {
    choose(root.valueAsNumber);
  });
  root.addEventListener('keydown', (event) => {
    if (event.key !== 'Home') return;
    event.preventDefault();
    toStandard();
  });
  root.addEventListener('dblclick', toStandard);
  return {
    root,
    draw(stop: number, words: string): void {
      if (root.valueAsNumber !== stop) root.value = String(stop);
      root.setAttribute('aria-valuetext', words);
    },
  };
}

/** `draw` shows it where there is a way back. */
export function wayBack(label: string, standard: string, toStandard: () => void) {
  const root = button(`${label} back to ${standard}`, toStandard, {
    class: 'back',
    icon: icons.back,
    attrs: { title: `Back to ${standard}` },
  });
  return {
    root,
    draw(isStandard: boolean): void {
      show(root, !isStandard);
    },
  };
}
