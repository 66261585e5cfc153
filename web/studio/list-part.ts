// One list of those that names are made from: which one, and in a blend how often its names count.
import { largestWeight } from '../links/blend.ts';
import type { LinkedPart, LinkedSingle, MetList, OwnList } from '../links/link.ts';
import { plainReading } from '../lists/reading.ts';
import type { Reading } from '../messages/protocol.ts';
import { visible } from '../text/visible.ts';
import { button, el, setText } from '../ui/dom.ts';
import { icons } from '../ui/icons.ts';
import { listChooser } from '../ui/list-chooser.ts';
import { listField } from '../ui/list-field.ts';
import { term } from '../ui/meaning.ts';

/** The list, its place among the others, and what can be done with it. */
export interface ListPartSpec {
  /** Its place in the blend, counted from 0. */
  at: number;
  /** The weight is shown where there is more than one. */
  blended: boolean;
  weight: number;
  /** Null for a list that only the link holds. */
  list: LinkedSingle | null;
  reading: Reading;
  title: string;
  /** The user's own lists of this visit. */
  own: readonly MetList[];
  change(part: LinkedPart): void;
  remove(): void;
}

const ownValue = ({ sha256 }: OwnList): string => `own ${sha256}`;

/** The row of that list. */
export function listPart(spec: ListPartSpec): HTMLElement {
  const { at, weight, list, reading } = spec;
  const number = at + 1;
  const select =
    at === 0
      ? listField('studio-list', 'Names like those of')
      : listField(`studio-list-${number}`, `List ${number}`);
  const chooser = listChooser(select, (name) => {
    spec.change({ weight, list: { from: 'named', name }, reading: plainReading });
  });
  const yours = spec.own.map((each) =>
    el('option', { text: visible(each.list.title), attrs: { value: ownValue(each.list) } }),
  );
  if (yours.length > 0) select.append(el('optgroup', { attrs: { label: 'Yours' } }, ...yours));
  select.addEventListener('change', () => {
    const chosen = spec.own.find((each) => ownValue(each.list) === select.value);
    if (chosen !== undefined) spec.change({ weight, ...chosen });
  });
  chooser.draw(list?.from === 'named' ? list : null);
  if (list?.from !== 'named') {
    const known = list !== null && spec.own.some((each) => each.list.sha256 === list.sha256);
    if (known) select.value = ownValue(list);
    const none = select.querySelector<HTMLOptionElement>('option[value=""]');
    if (none !== null) setText(none, visible(spec.title));
  }
  const root = el('div', { class: 'list-part' }, select);
  if (!spec.blended) return root;
  const input = el('input', {
    class: 'rule-input weight',
    attrs: {
      type: 'number',
      min: '1',
      max: String(largestWeight),
      step: '1',
      value: String(weight),
      id: `studio-list-weight-${number}`,
      'aria-label': `Weight of list ${number}: how often each of its names counts`,
    },
  });
  input.addEventListener('change', () => {
    const value = Math.min(largestWeight, Math.max(1, Math.round(input.valueAsNumber || 1)));
    input.value = String(value);
    if (list !== null) spec.change({ weight: value, list, reading });
  });
  const remove = button(
    `Take list ${number} out of the blend`,
    () => {
      spec.remove();
    },
    { class: 'back', icon: icons.close },
  );
  root.prepend(input, term('×', 'blendWeight'));
  root.append(remove);
  return root;
}
