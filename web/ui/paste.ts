// A list by paste: anywhere outside a text field, or into a dialog for those who have no such key.
import { button, el } from '../dom.ts';
import type { DropTarget } from './drop.ts';
import { isTextField } from './shortcuts.ts';

export function acceptPastes(target: DropTarget): void {
  document.addEventListener('paste', (event) => {
    if (isTextField(event.target) || document.querySelector('dialog[open]') !== null) return;
    const [file] = Array.from(event.clipboardData?.files ?? []);
    const text = event.clipboardData?.getData('text/plain') ?? '';
    if (text !== '') target.text(text);
    else if (file !== undefined) target.file(file);
    else target.refuse('There was no text to paste. Copy a list of names, one a line.');
    event.preventDefault();
  });
}

/** Returns what opens the dialog. */
export function pasteDialog(target: DropTarget): () => void {
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
