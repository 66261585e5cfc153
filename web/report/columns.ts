// Lines that look like records: a preview of them, and which column is read for what.
import type { RecordColumns } from '../messages/protocol.ts';
import type { RecordPreview } from '../messages/questions.ts';
import { visible } from '../text/visible.ts';
import { button, el, setText } from '../ui/dom.ts';
import { columnName, columnsOf, recordsFound, useColumns } from './sentences.ts';

/** The preview, with a choice for each column. */
export function columnChoice(found: RecordPreview, use: (columns: RecordColumns) => void) {
  let preview = found;
  const table = el('table');
  const names = el('select', { attrs: { id: 'names-column' } });
  const weight = el('select', { attrs: { id: 'weight-column' } });
  const header = el('input', { attrs: { type: 'checkbox', id: 'header-row' } });
  header.checked = found.header;
  const go = button('', () => {
    use(columnsOf(preview));
  });
  go.id = 'use-columns';

  function option(value: number | null, text: string, chosen: number | null): HTMLElement {
    const node = el('option', { text, attrs: { value: String(value ?? '') } });
    node.selected = value === chosen;
    return node;
  }

  function cell(tag: 'td' | 'th', column: number, text: string): HTMLElement {
    const role =
      column === preview.names ? 'is-name' : column === preview.weight ? 'is-weight' : '';
    return el(tag, { class: role }, el('bdi', { text: visible(text) }));
  }

  function draw(): void {
    const columns = Array.from({ length: preview.columns }, (_, column) => column);
    names.replaceChildren(
      ...columns.map((column) => option(column, columnName(preview, column), preview.names)),
    );
    weight.replaceChildren(
      option(null, 'nothing: each counts once', preview.weight),
      ...columns.map((column) => option(column, columnName(preview, column), preview.weight)),
    );
    const rows = preview.rows.slice(preview.header ? 1 : 0);
    const heads = (preview.header ? preview.rows[0] : null) ?? columns.map((at) => `${at + 1}`);
    table.replaceChildren(
      el('thead', {}, el('tr', {}, ...columns.map((at) => cell('th', at, heads[at] ?? '')))),
      el(
        'tbody',
        {},
        ...rows.map((row) => el('tr', {}, ...columns.map((at) => cell('td', at, row[at] ?? '')))),
      ),
    );
    setText(go, useColumns(preview));
  }

  const chosen = (select: HTMLSelectElement) => (select.value === '' ? null : Number(select.value));
  names.addEventListener('change', () => {
    preview = { ...preview, names: chosen(names) ?? 0 };
    draw();
  });
  weight.addEventListener('change', () => {
    preview = { ...preview, weight: chosen(weight) };
    draw();
  });
  header.addEventListener('change', () => {
    preview = { ...preview, header: header.checked };
    draw();
  });
  draw();
  return el(
    'div',
    { class: 'columns' },
    el('p', { text: recordsFound(found) }),
    el(
      'div',
      { class: 'preview', attrs: { tabindex: '0', role: 'region', 'aria-label': 'First lines' } },
      table,
    ),
    el(
      'div',
      { class: 'column-choice' },
      el('label', { text: 'Names are in', attrs: { for: 'names-column' } }),
      names,
      el('label', { text: 'How often each counts', attrs: { for: 'weight-column' } }),
      weight,
      el(
        'span',
        { class: 'header-choice' },
        header,
        el('label', { text: 'The first line names the columns', attrs: { for: 'header-row' } }),
      ),
    ),
    go,
  );
}
