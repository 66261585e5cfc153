// One name of the shortlist: a grip to drag, buttons to move, a note, and the way out.
import { visible } from '../text/visible.ts';
import { button, el, icon, setText } from '../ui/dom.ts';
import { icons } from '../ui/icons.ts';
import { downIcon, gripIcon, upIcon } from './icons.ts';
import type { Kept } from './shortlist.ts';

/** What a row asks of the shortlist. */
export interface ShortlistRowHost {
  move(name: string, to: number): void;
  remove(name: string): void;
  note(name: string, note: string): void;
  /** The position that a pointer at this height points to. */
  positionAt(y: number): number;
}

/** A row that can be drawn anew. */
export interface ShortlistRow {
  root: HTMLElement;
  draw(kept: Kept, at: number, of: number): void;
}

/** The row of that name. */
export function shortlistRow(name: string, host: ShortlistRowHost): ShortlistRow {
  const shown = visible(name);
  let place = 0;
  const grip = el('span', {
    class: 'grip',
    attrs: { 'aria-hidden': 'true', title: 'Drag to reorder' },
  });
  grip.append(icon(gripIcon));
  grip.addEventListener('pointerdown', (event) => {
    if (event.button !== 0) return;
    event.preventDefault();
    grip.setPointerCapture(event.pointerId);
    root.classList.add('dragged');
  });
  grip.addEventListener('pointermove', (event) => {
    if (!grip.hasPointerCapture(event.pointerId)) return;
    const to = host.positionAt(event.clientY);
    if (to !== place) host.move(name, to);
  });
  const drop = () => {
    root.classList.remove('dragged');
  };
  grip.addEventListener('lostpointercapture', drop);
  const step = (text: string, path: string, by: number) =>
    button(
      `${text}: ${shown}`,
      () => {
        host.move(name, place + by);
      },
      { class: 'back', icon: path },
    );
  const up = step('Move up', upIcon, -1);
  const down = step('Move down', downIcon, 1);
  const remove = button(
    `Remove ${shown}`,
    () => {
      host.remove(name);
    },
    { class: 'back', icon: icons.close },
  );
  const note = el('input', {
    class: 'kept-note',
    attrs: {
      type: 'text',
      'aria-label': `Note on ${shown}`,
      placeholder: 'a note',
      maxlength: '500',
      dir: 'auto',
    },
  });
  note.addEventListener('input', () => {
    host.note(name, note.value);
  });
  const word = el('bdi', { class: 'kept-name' });
  setText(word, shown);
  /** A field cuts off on paper what does not fit its line. */
  const notePaper = el('span', { class: 'note-paper', attrs: { 'aria-hidden': 'true' } });
  const from = el('span', { class: 'kept-from' });
  const root = el(
    'li',
    { class: 'kept' },
    grip,
    word,
    el('div', { class: 'kept-doors' }, up, down, remove),
    el('div', { class: 'kept-facts' }, note, notePaper, from),
  );
  // Alt with an arrow moves a name from anywhere in its row.
  root.addEventListener('keydown', (event) => {
    if (!event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return;
    event.preventDefault();
    host.move(name, place + (event.key === 'ArrowUp' ? -1 : 1));
  });
  return {
    root,
    draw(kept, at, of) {
      place = at;
      setText(from, visible(kept.from));
      if (document.activeElement !== note && note.value !== kept.note) note.value = kept.note;
      setText(notePaper, kept.note);
      // A button that is switched off would lose the focus of whoever moves a name to an end with it.
      up.setAttribute('aria-disabled', String(at === 0));
      down.setAttribute('aria-disabled', String(at === of - 1));
    },
  };
}
