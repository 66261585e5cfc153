// The shortlist on the screen: its rows, Undo, and the ways to take it along.
import { csv } from '../text/csv.ts';
import { plural } from '../text/format.ts';
import { visible } from '../text/visible.ts';
import { copyButton } from '../ui/copy.ts';
import { button, el, setText, show } from '../ui/dom.ts';
import { download } from './download.ts';
import { shortlistRow } from './shortlist-row.ts';
import type { ShortlistRow } from './shortlist-row.ts';
import type { Kept, Shortlist } from './shortlist.ts';

/** A name a line. */
export const shortlistText = (names: readonly Kept[]): string =>
  names.map(({ name }) => `${name}\n`).join('');

/** Names and notes as a table. */
export const shortlistCsv = (names: readonly Kept[]): string =>
  csv([['name', 'note', 'list'], ...names.map(({ name, note, from }) => [name, note, from])]);

/** The panel, in its place. */
export function shortlistPanel(
  root: HTMLElement,
  list: () => Shortlist,
  announce: (text: string) => void,
) {
  const empty = el('p', { class: 'quiet kept-empty', text: 'Star a name to keep it here.' });
  const rows = new Map<string, ShortlistRow>();
  const holder = el('ol', { class: 'kept-list', attrs: { 'aria-labelledby': 'shortlist-title' } });
  const undoText = el('span');
  let undo: (() => void) | null = null;
  const undoLine = el(
    'p',
    { class: 'undo', attrs: { hidden: '', id: 'shortlist-undo' } },
    undoText,
    button(
      'Undo',
      () => {
        undo?.();
        offerUndo(null, '');
        holder.tabIndex = -1;
        holder.focus();
      },
      { class: 'link' },
    ),
  );
  const copy = copyButton('Copy', () => shortlistText(list().all), {
    attrs: { id: 'shortlist-copy' },
  });
  const save = (text: string, name: string, type: string, make: () => string) =>
    button(text, () => {
      download(name, new Blob([make()], { type }));
    });
  const print = button('Print', () => {
    window.print();
  });
  const clear = button('Clear', () => {
    const count = list().all.length;
    offerUndo(list().clear(), `${plural(count, 'name')} removed.`);
  });
  const doors = el(
    'div',
    { class: 'doors kept-ways', attrs: { hidden: '' } },
    copy,
    save('TXT', 'shortlist.txt', 'text/plain', () => shortlistText(list().all)),
    save('CSV', 'shortlist.csv', 'text/csv', () => shortlistCsv(list().all)),
    print,
    clear,
  );
  root.append(empty, holder, undoLine, doors);

  function offerUndo(back: (() => void) | null, words: string): void {
    undo = back;
    show(undoLine, back !== null);
    setText(undoText, words);
    if (words !== '') announce(words);
  }

  const host = {
    move(name: string, to: number): void {
      const last = list().all.length - 1;
      const at = Math.min(Math.max(0, to), last);
      list().move(name, at);
      announce(`${visible(name)} is number ${at + 1} of ${last + 1}.`);
    },
    remove(name: string): void {
      const { all } = list();
      const at = all.findIndex((each) => each.name === name);
      const next = (all[at + 1] ?? all[at - 1])?.name;
      offerUndo(list().remove(name), `${visible(name)} removed.`);
      const focus = next === undefined ? undoLine : rows.get(next)?.root;
      focus?.querySelector<HTMLElement>('button:last-child')?.focus();
    },
    note(name: string, note: string): void {
      list().note(name, note);
    },
    positionAt(y: number): number {
      const edges = Array.from(holder.children, (row) => row.getBoundingClientRect());
      const at = edges.findIndex(({ bottom }) => y < bottom);
      return at < 0 ? edges.length - 1 : at;
    },
  };

  return {
    remove: (name: string): void => {
      host.remove(name);
    },
    focus(): void {
      root.tabIndex = -1;
      root.focus({ preventScroll: true });
    },
    draw(): void {
      const { all } = list();
      for (const [name, row] of rows) {
        if (all.some((each) => each.name === name)) continue;
        row.root.remove();
        rows.delete(name);
      }
      all.forEach((kept, at) => {
        const row = rows.get(kept.name) ?? shortlistRow(kept.name, host);
        rows.set(kept.name, row);
        // Moved only where it stands elsewhere: a moved element loses focus and pointer. So the others
        // move around the one that is held.
        const here = holder.children[at];
        if (here !== row.root) placeAt(row.root, at);
        row.draw(kept, at, all.length);
      });
      show(empty, all.length === 0 && undo === null);
      show(doors, all.length > 0);
    },
  };

  function placeAt(row: HTMLElement, at: number): void {
    const held = holder.querySelector('.dragged, :focus-within');
    const here = holder.children[at] ?? null;
    if (here !== null && held === row) {
      // The held row comes to its place by what stands before it going behind it.
      while (holder.children[at] !== row) {
        const before = holder.children[at];
        if (before === undefined || !isBefore(before, row)) break;
        row.after(before);
      }
      if (holder.children[at] === row) return;
    }
    holder.insertBefore(row, here);
  }
}

const isBefore = (a: Element, b: Element): boolean =>
  (a.compareDocumentPosition(b) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;
