// A row of words of which one holds: a radio group that looks like a line of text.
import { el } from './dom.ts';

/** A choice that can be set from outside. */
export interface Switch<T extends string> {
  root: HTMLElement;
  draw(value: T): void;
}

/** The choice; `change` hears what the user chose. */
export function wordSwitch<T extends string>(
  name: string,
  label: string,
  choices: readonly (readonly [value: T, text: string])[],
  change: (value: T) => void,
): Switch<T> {
  const inputs = new Map<T, HTMLInputElement>();
  const root = el(
    'fieldset',
    { class: 'switch' },
    el('legend', { class: 'visually-hidden', text: label }),
  );
  for (const [value, text] of choices) {
    const id = `${name}-${value}`;
    const input = el('input', {
      class: 'visually-hidden',
      attrs: { type: 'radio', name, id, value },
    });
    input.addEventListener('change', () => {
      change(value);
    });
    inputs.set(value, input);
    root.append(input, el('label', { text, attrs: { for: id } }));
  }
  return {
    root,
    draw(value) {
      const input = inputs.get(value);
      if (input !== undefined && !input.checked) input.checked = true;
    },
  };
}
