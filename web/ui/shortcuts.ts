// Space trains and pauses wherever it has no other meaning.

/** Whether keys there write text. */
export function isTextField(target: EventTarget | null): boolean {
  if (target instanceof HTMLTextAreaElement) return true;
  if (target instanceof HTMLInputElement) {
    return !['range', 'file', 'checkbox', 'radio', 'button'].includes(target.type);
  }
  return target instanceof HTMLElement && target.isContentEditable;
}

/** Elements that the space bar itself presses or opens. */
const usesSpace = 'button, select, summary, a[href], dialog, [type="radio"]';

/** Calls it for a Space that means nothing else. */
export function onSpace(toggle: () => void): void {
  document.addEventListener('keydown', (event) => {
    if (event.key !== ' ' || event.ctrlKey || event.altKey || event.metaKey) return;
    if (isTextField(event.target) || document.querySelector('dialog[open]') !== null) return;
    if (event.target instanceof Element && event.target.closest(usesSpace) !== null) return;
    event.preventDefault();
    if (!event.repeat) toggle();
  });
}
