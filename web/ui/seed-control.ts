// The field of a seed. It has no slider: no seed is nearer to another than the rest.
import type { Actions } from '../control/actions.ts';
import { defaults, readSeed } from '../state/settings.ts';
import type { SeedKey } from '../state/settings.ts';
import { el } from './dom.ts';
import { term } from './meaning.ts';
import { exactField, wayBack } from './value-parts.ts';

/** `id` is the field's in the document, `name` what the user reads. */
export function seedControl(id: string, name: string, key: SeedKey, actions: Actions) {
  const standard = defaults[key];
  const change = (value: number) => {
    actions.setSeed(key, value);
  };
  const toStandard = () => {
    change(standard);
  };
  const label = term(name, key);
  label.addEventListener('dblclick', toStandard);
  const back = wayBack(name, String(standard), toStandard);
  const exact = exactField({
    class: 'exact seed',
    attrs: { id, inputmode: 'numeric', 'aria-label': name },
    read: readSeed,
    write: String,
    change,
    refuse: (message) => {
      actions.refuse('', message);
    },
  });
  return {
    root: el('div', { class: 'control seed-control' }, label, back.root, exact.root),
    draw(value: number) {
      exact.draw(value);
      back.draw(value === standard);
    },
  };
}
