// A file or a text dropped anywhere on the window. Shows where it may land; reads nothing.
import { el } from './dom.ts';

/** Where files and texts go. */
export interface DropTarget {
  file(file: File): void;
  text(text: string): void;
  refuse(message: string): void;
}

const takes = (event: DragEvent): boolean => {
  const types = event.dataTransfer?.types ?? [];
  return types.includes('Files') || types.includes('text/plain');
};

/** Takes what is dropped until the page is left. */
export function acceptDrops(target: DropTarget): void {
  const veil = el(
    'div',
    { class: 'veil', attrs: { hidden: '' } },
    el('p', { text: 'Drop a list of names, one a line' }),
  );
  document.body.append(veil);
  const shut = () => {
    veil.hidden = true;
  };

  window.addEventListener('dragover', (event) => {
    if (!takes(event)) return;
    event.preventDefault();
    veil.hidden = false;
  });
  window.addEventListener('dragleave', (event) => {
    // Only when it leaves the window, not when it passes from one element to the next.
    if (event.relatedTarget === null) shut();
  });
  window.addEventListener('drop', (event) => {
    shut();
    const transfer = event.dataTransfer;
    if (transfer === null || !takes(event)) return;
    event.preventDefault();
    const [file, second] = Array.from(transfer.files);
    const entry = transfer.items[0]?.webkitGetAsEntry() ?? null;
    if (entry?.isDirectory === true) target.refuse(`“${entry.name}” is a folder. Drop one file.`);
    else if (second !== undefined) target.refuse('Several files were dropped. Drop one file.');
    else if (file !== undefined) target.file(file);
    else target.text(transfer.getData('text/plain'));
  });
}
