// A list by paste, anywhere outside a text field.
import type { DropTarget } from './drop.ts';
import { isTextField } from './shortcuts.ts';

/** Takes what is pasted until the page is left. */
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
