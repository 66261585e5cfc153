// A list by paste into a dialog, for those who have no key to paste with.
import { button, el } from './dom.ts';
import type { DropTarget } from './drop.ts';
import '../styles/dialogs.css';

let open: (() => void) | null = null;

/** `target` is the same each time. */
export function openPasteDialog(target: DropTarget): void {
  open ??= pasteDialog(target);
  open();
}

/** Returns what opens the dialog. */
function pasteDialog(target: DropTarget): () => void {
  const area = el('textarea', {
    attrs: {
      id: 'paste-area',
      rows: '12',
      spellcheck: 'false',
      autocapitalize: 'off',
      dir: 'auto',
    },
  });
  const dialog = el('dialog', { class: 'paste', attrs: { 'aria-labelledby': 'paste-title' } });
  const shut = () => {
    dialog.close();
  };
  const use = () => {
    if (area.value.trim() === '') {
      area.focus();
      return;
    }
    shut();
    target.text(area.value);
    area.value = '';
  };
  area.addEventListener('keydown', (event) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) use();
  });
  dialog.append(
    el('h2', { text: 'Paste a list', attrs: { id: 'paste-title' } }),
    el('label', { text: 'One name a line', attrs: { for: 'paste-area' } }),
    area,
    el(
      'div',
      { class: 'doors' },
      button('Count it', use, { class: 'primary', attrs: { id: 'paste-use' } }),
      button('Cancel', shut),
    ),
  );
  document.body.append(dialog);
  return () => {
    dialog.showModal();
    area.focus();
  };
}
