// "What does this number mean?": a word that explains itself when pressed. One explanation is open at a
// time; Esc, a second press or a press elsewhere shuts it.
import { el } from '../dom.ts';
import { meanings } from '../meanings.ts';
import type { MeaningName } from '../meanings.ts';

const margin = 8;

interface Open {
  term: HTMLButtonElement;
  slip: HTMLElement;
}
let open: Open | null = null;

function shut(): void {
  if (open === null) return;
  open.term.setAttribute('aria-expanded', 'false');
  open.term.removeAttribute('aria-describedby');
  open.slip.remove();
  open = null;
}

/** Under the word, or over it where there is no room; never outside the window. */
function place({ term, slip }: Open): void {
  const word = term.getBoundingClientRect();
  const { width, height } = slip.getBoundingClientRect();
  const widest = document.documentElement.clientWidth;
  const left = Math.min(Math.max(margin, word.left), widest - width - margin);
  const under = word.bottom + 4;
  const over = word.top - height - 4;
  slip.style.insetInlineStart = `${left}px`;
  slip.style.insetBlockStart = `${under + height > window.innerHeight && over > 0 ? over : under}px`;
}

function explain(term: HTMLButtonElement, text: string): void {
  shut();
  const slip = el('span', { class: 'meaning', text, attrs: { id: 'meaning' } });
  // Beside its word, so that it is read next.
  term.after(slip);
  open = { term, slip };
  term.setAttribute('aria-expanded', 'true');
  term.setAttribute('aria-describedby', 'meaning');
  place(open);
}

document.addEventListener('pointerdown', ({ target }) => {
  if (open === null || !(target instanceof Node)) return;
  if (!open.slip.contains(target) && !open.term.contains(target)) shut();
});
document.addEventListener(
  'keydown',
  (event) => {
    if (event.key !== 'Escape' || open === null) return;
    // This Esc is spent: it leaves the explanation and nothing else.
    event.stopPropagation();
    open.term.focus();
    shut();
  },
  true,
);
document.addEventListener(
  'scroll',
  () => {
    if (open !== null) place(open);
  },
  { capture: true, passive: true },
);

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
    if (open?.term === button) shut();
    else explain(button, meanings[name]);
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
