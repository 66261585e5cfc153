// The table behind a chart, for those who read it better as one, and for copying. A dialog; what it
// shows is as of the moment it was opened or asked for other rows.
import { csv } from '../text/csv.ts';
import type { Field } from '../text/csv.ts';
import { copyButton } from './copy.ts';
import { button, el, setText } from './dom.ts';
import '../styles/dialogs.css';
import '../styles/twin.css';

/** A table in words. */
export interface Twin {
  caption: string;
  /** As written on the page; the first of each row is its head. */
  columns: readonly (string | HTMLElement)[];
  rows: readonly (readonly string[])[];
  /** With every digit, and its own heads. */
  csv: readonly (readonly Field[])[];
}

/** The dialog, to be opened and filled anew. */
export interface TwinDialog {
  open(): void;
  refresh(): void;
}

let dialogs = 0;

/** `choice`, where there is one, stands over the table and is followed by `refresh`. */
export function twinDialog(
  title: string,
  make: () => Twin | null,
  choice?: HTMLElement,
): TwinDialog {
  dialogs += 1;
  const titleId = `twin-${dialogs}`;
  const caption = el('caption');
  const head = el('tr');
  const body = el('tbody');
  const scroller = el(
    'div',
    { class: 'twin-scroll', attrs: { tabindex: '0', role: 'region', 'aria-labelledby': titleId } },
    el('table', {}, caption, el('thead', {}, head), body),
  );
  const dialog = el('dialog', { class: 'twin', attrs: { 'aria-labelledby': titleId } });
  const shut = button('Close', () => {
    dialog.close();
  });
  const copy = copyButton('Copy as CSV', () => csv(make()?.csv ?? []), {
    class: 'copy-csv',
  });
  dialog.append(
    el('h2', { text: title, attrs: { id: titleId } }),
    ...(choice === undefined ? [] : [choice]),
    scroller,
    el('div', { class: 'doors' }, copy, shut),
  );
  document.body.append(dialog);

  function refresh(): void {
    const twin = dialog.open ? make() : null;
    if (twin === null) return;
    setText(caption, twin.caption);
    head.replaceChildren(
      ...twin.columns.map((words) => el('th', { attrs: { scope: 'col' } }, words)),
    );
    body.replaceChildren(
      ...twin.rows.map(([first, ...rest]) =>
        el(
          'tr',
          {},
          el('th', { attrs: { scope: 'row' } }, el('bdi', { text: first ?? '' })),
          ...rest.map((text) => el('td', { text })),
        ),
      ),
    );
  }

  return {
    open() {
      if (make() === null) return;
      dialog.showModal();
      refresh();
      scroller.scrollTop = 0;
    },
    refresh,
  };
}
