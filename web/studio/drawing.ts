// How names are drawn: new ones, without repeats, how many, in which order, from which seed.
import type { Actions } from '../control/actions.ts';
import { mostNames, nameOrders, readWhole } from '../links/studio.ts';
import type { CountedList } from '../messages/protocol.ts';
import type { NameOrder } from '../messages/studio-questions.ts';
import type { State } from '../state/state.ts';
import { studioDefaults } from '../state/studio-defaults.ts';
import { count, plural } from '../text/format.ts';
import { button, el, setText, show } from '../ui/dom.ts';
import { icons } from '../ui/icons.ts';
import { term } from '../ui/meaning.ts';
import { seedControl } from '../ui/seed-control.ts';
import { starIcon } from './icons.ts';

const orderWords: Record<NameOrder, string> = {
  drawn: 'as drawn',
  probability: 'likeliest first',
  length: 'shortest first',
  alphabet: 'A to Z',
};

function tick(id: string, text: string, change: (on: boolean) => void) {
  const input = el('input', { attrs: { type: 'checkbox', id } });
  input.addEventListener('change', () => {
    change(input.checked);
  });
  const note = el('p', { class: 'rule-hint', attrs: { id: `${id}-note`, hidden: '' } });
  input.setAttribute('aria-describedby', note.id);
  const root = el('div', { class: 'tick' }, input, el('label', { text, attrs: { for: id } }), note);
  return {
    root,
    draw(on: boolean, refused: string | null): void {
      input.checked = on && refused === null;
      input.disabled = refused !== null;
      setText(note, refused ?? '');
      show(note, refused !== null);
    },
  };
}

const whyUnknown = ({ report }: CountedList): string =>
  report.bytes === 0
    ? 'Only the counts of this list are here, not its names.'
    : 'The different names of this list are not all kept, so it cannot be told which are new.';

/** The panel, in its place. */
export function drawingPanel(root: HTMLElement, actions: Actions) {
  const newOnly = tick('new-only', 'New names only: none that is in the list', (on) => {
    actions.setStudio({ newOnly: on });
  });
  const unique = tick('no-repeats', 'No name twice', (on) => {
    actions.setStudio({ unique: on });
  });
  const many = el('input', {
    class: 'rule-input length',
    attrs: {
      type: 'text',
      id: 'how-many',
      inputmode: 'numeric',
      autocomplete: 'off',
      'aria-label': 'How many',
    },
  });
  const manyHint = el('p', { class: 'rule-hint', attrs: { id: 'how-many-hint' } });
  many.setAttribute('aria-describedby', manyHint.id);
  many.addEventListener('input', () => {
    const wish = readWhole(many.value, 1, mostNames);
    const wrong = wish === null && many.value.trim() !== '';
    many.setAttribute('aria-invalid', String(wrong));
    manyHint.classList.toggle('problem', wrong);
    setText(manyHint, wrong ? `Type a whole number from 1 to ${mostNames}.` : '');
    if (wish !== null) actions.setStudio({ count: wish });
  });
  many.addEventListener('blur', () => {
    many.value = String(shownCount);
    many.setAttribute('aria-invalid', 'false');
    setText(manyHint, '');
  });
  const order = el('select', { attrs: { id: 'name-order' } });
  for (const each of nameOrders) {
    order.append(el('option', { text: orderWords[each], attrs: { value: each } }));
  }
  order.addEventListener('change', () => {
    const chosen = nameOrders.find((each) => each === order.value);
    actions.setStudio({ order: chosen ?? studioDefaults.order });
  });
  root.append(
    newOnly.root,
    unique.root,
    el(
      'div',
      { class: 'rule-pair' },
      el('div', { class: 'rule' }, term('How many', 'howMany'), many, manyHint),
      el('div', { class: 'rule' }, el('label', { text: 'Order', attrs: { for: order.id } }), order),
    ),
  );
  let shownCount = studioDefaults.count;

  return {
    draw({ studio, list }: State, problem: string | null): void {
      shownCount = studio.count;
      const unknown = list?.namesKnown === false ? whyUnknown(list) : null;
      newOnly.draw(studio.newOnly, unknown ?? problem);
      unique.draw(studio.unique, null);
      if (document.activeElement !== many) many.value = String(studio.count);
      if (order.value !== studio.order) order.value = studio.order;
    },
  };
}

/** The seed, the button that draws other names, and on a phone the way to those that are kept. */
export function seedBar(actions: Actions, goToShortlist: () => void) {
  const seed = seedControl('studio-seed', 'Seed', 'nameSeed', actions);
  const fresh = button(
    'Generate',
    () => {
      actions.newNameSeed();
    },
    { class: 'primary', icon: icons.dice, attrs: { id: 'generate' } },
  );
  const toShortlist = button('Shortlist', goToShortlist, { class: 'to-shortlist', icon: starIcon });
  return {
    root: el('div', { class: 'seed-bar' }, fresh, seed.root, toShortlist),
    drawKept(kept: number): void {
      setText(toShortlist.querySelector('span') ?? toShortlist, count(kept));
      toShortlist.setAttribute('aria-label', `Shortlist: ${plural(kept, 'name')}`);
    },
    draw({ settings }: State): void {
      seed.draw(settings.nameSeed);
    },
  };
}
