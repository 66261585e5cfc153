// A button that copies text and says that it did.
import { button, el, setText } from './dom.ts';

const saidMs = 1600;

/** The clipboard proper, or, where a page is not trusted with it, a selection. */
export async function copyText(text: string): Promise<void> {
  const clipboard = (navigator as { clipboard?: Clipboard }).clipboard;
  if (clipboard !== undefined) {
    await clipboard.writeText(text);
    return;
  }
  const area = el('textarea', { class: 'visually-hidden' });
  area.value = text;
  (document.querySelector('dialog[open]') ?? document.body).append(area);
  area.select();
  // The one way that works on a page served without TLS.
  // eslint-disable-next-line @typescript-eslint/no-deprecated
  const done = document.execCommand('copy');
  area.remove();
  if (!done) throw new Error('not copied');
}

/** A button that copies what `make` gives when it is pressed. */
export function copyButton(
  text: string,
  make: () => string,
  options: { class?: string; attrs?: Record<string, string> } = {},
): HTMLButtonElement {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const say = (words: string) => {
    setText(label, words);
    clearTimeout(timer);
    timer = setTimeout(() => {
      setText(label, text);
    }, saidMs);
  };
  const copy = button(
    text,
    () => {
      copyText(make()).then(
        () => {
          say('Copied');
        },
        () => {
          say('Not copied');
        },
      );
    },
    options,
  );
  const label = copy.querySelector('span') ?? copy;
  label.setAttribute('aria-live', 'polite');
  return copy;
}
