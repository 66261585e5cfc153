// "What does this number mean?": a word that explains itself when pressed; what it says is fetched then.
import type { MeaningName } from '../text/meanings.ts';
import { el } from './dom.ts';

/** A word of the page that says what the number beside it means. */
export function term(text: string, name: MeaningName, id?: string): HTMLButtonElement {
  const button = el('button', {
    class: 'term',
    text,
    attrs: {
      type: 'button',
      'aria-expanded': 'false',
      'aria-label': `${text}: what does this number mean?`,
      ...(id === undefined ? {} : { id }),
    },
  });
  button.addEventListener('click', () => {
    import('./meaning-slip.ts').then(
      ({ explain }) => {
        explain(button, name);
      },
      () => {
        button.title = 'The explanation could not be fetched. Try again when you are connected.';
      },
    );
  });
  return button;
}

/** The same for a number that stands without a word: its own text is pressed. */
export function askMark(what: string, name: MeaningName): HTMLButtonElement {
  const button = term('?', name);
  button.classList.add('mark-only');
  button.setAttribute('aria-label', `${what}: what does this number mean?`);
  return button;
}
