// The field of a choice among lists, before it is known which there are (list-chooser.ts fills it).
import { el } from './dom.ts';

/** An empty choice with its label. */
export const listField = (id: string, label: string): HTMLSelectElement =>
  el(
    'select',
    { attrs: { id, 'aria-label': label } },
    // Shown where the list that is open is one's own; no wish of anybody.
    el('option', { text: 'Lists', attrs: { value: '', disabled: '', hidden: '' } }),
  );
