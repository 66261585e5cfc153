// The lists that names are made from: one, or several blended, each with a whole-number weight. Draws;
// counts nothing.
import type { Actions } from '../control/actions.ts';
import { mostParts } from '../links/blend.ts';
import type { LinkedPart, MetList } from '../links/link.ts';
import { listNames, namedLists } from '../lists/bundled.ts';
import { plainReading } from '../lists/reading.ts';
import type { State } from '../state/state.ts';
import { count } from '../text/format.ts';
import { visible } from '../text/visible.ts';
import { button, el, setText, show } from '../ui/dom.ts';
import { term } from '../ui/meaning.ts';
import { listPart } from './list-part.ts';

/** What the choice of lists asks for. */
export interface ListKit {
  actions: Actions;
  openPaste: () => void;
  /** Those of this visit. */
  ownLists: () => readonly MetList[];
}

function partsOf({ origin, list }: State): LinkedPart[] {
  if (origin === null || list === null || origin.from === 'inside') return [];
  if (origin.from === 'blend') return [...origin.parts];
  return [{ weight: 1, list: origin, reading: list.reading }];
}

const titleOf = ({ list }: LinkedPart): string =>
  list.from === 'named' ? namedLists[list.name].title : list.title;

/** The rows of all lists, in their place. */
export function listParts(root: HTMLElement, { actions, openPaste, ownLists }: ListKit) {
  const holder = el('div', { class: 'list-parts' });
  const [names, letters] = [el('span'), el('span')];
  const facts = el(
    'p',
    { class: 'rule-hint', attrs: { id: 'studio-list-about' } },
    names,
    ' ',
    term('names', 'names'),
    ', ',
    letters,
    ' ',
    term('letters', 'letters'),
  );
  const reading = el('span', { attrs: { id: 'studio-reading' } });
  const progress = el(
    'p',
    { class: 'rule-hint reading', attrs: { hidden: '' } },
    reading,
    button(
      'Cancel',
      () => {
        actions.cancelLoad();
      },
      { class: 'link' },
    ),
  );
  const picker = el('input', {
    class: 'visually-hidden',
    attrs: { type: 'file', id: 'studio-file', tabindex: '-1', 'aria-hidden': 'true' },
  });
  picker.addEventListener('change', () => {
    const file = picker.files?.[0];
    if (file !== undefined) actions.loadFile(file);
    picker.value = '';
  });
  const blend = button('Blend in a list', addPart, {
    class: 'quiet-button',
    attrs: { id: 'blend' },
  });
  const openFile = button(
    'Open a file',
    () => {
      picker.click();
    },
    { attrs: { id: 'studio-open' } },
  );
  const paste = button('Paste', openPaste, { attrs: { id: 'studio-paste' } });
  const doors = el('div', { class: 'doors list-doors' }, openFile, paste, blend);
  root.append(holder, facts, progress, doors, picker);

  let parts: LinkedPart[] = [];
  let title = '';
  let whole = plainReading;
  let seen: Pick<State, 'origin' | 'list' | 'failure' | 'loading'> = {
    origin: null,
    list: null,
    failure: null,
    loading: null,
  };

  /** The next list in the same script, for names of two scripts never meet. */
  function addPart(): void {
    const taken = new Set(parts.map(({ list }) => (list.from === 'named' ? list.name : '')));
    const [first] = parts;
    const script = first?.list.from === 'named' ? namedLists[first.list.name].script : 'Latn';
    const next = listNames.find((name) => !taken.has(name) && namedLists[name].script === script);
    const list = { from: 'named', name: next ?? 'given-names' } as const;
    parts.push({ weight: 1, list, reading: plainReading });
    open();
    holder.querySelector<HTMLElement>('.list-part:last-child select')?.focus();
  }

  function open(): void {
    actions.loadBlend([...parts], whole);
    drawParts();
  }

  function drawParts(): void {
    const focused = document.activeElement?.id ?? '';
    const shown: readonly (LinkedPart | null)[] = parts.length === 0 ? [null] : parts;
    const own = ownLists();
    holder.replaceChildren(
      ...shown.map((part, at) =>
        listPart({
          at,
          blended: parts.length > 1,
          weight: part?.weight ?? 1,
          list: part?.list ?? null,
          reading: part?.reading ?? plainReading,
          title: part === null ? title : titleOf(part),
          own,
          change(next) {
            parts[at] = next;
            open();
          },
          remove() {
            parts.splice(at, 1);
            const [only] = parts;
            if (parts.length === 1 && only !== undefined) parts = [{ ...only, weight: 1 }];
            open();
            holder.querySelector('select')?.focus();
          },
        }),
      ),
    );
    if (focused.startsWith('studio-list')) document.getElementById(focused)?.focus();
    show(blend, parts.length > 0 && parts.length < mostParts);
  }

  return {
    draw(state: State): void {
      const { origin, list, loading, failure } = state;
      // A wish that was refused or given up is not left standing as if it had come true.
      const undone =
        (failure !== seen.failure && failure?.about === 'load') ||
        (loading === null && seen.loading !== null);
      // A list read in another way keeps its origin, and may be there within one frame.
      if (origin !== null && (origin !== seen.origin || list !== seen.list || undone)) {
        parts = partsOf(state);
        whole = origin.from === 'blend' && list !== null ? list.reading : plainReading;
        title = list?.title ?? '';
        drawParts();
      }
      seen = { origin, list, failure, loading };
      show(facts, loading === null && list !== null);
      show(progress, loading !== null);
      if (loading !== null) {
        const { bytes, total } = loading;
        const part = total > 0 ? `: ${Math.floor((100 * bytes) / total)}%` : '';
        setText(reading, `Reading ${visible(loading.title)}${part}.`);
      } else if (list !== null) {
        setText(names, count(list.report.names));
        setText(letters, count(list.alphabet.length - 1));
      }
    },
  };
}
