// The slip of paper that says what a number means, beside the word that was pressed. One is open at a
// time; Esc, a second press or a press elsewhere shuts it.
import { meanings } from '../text/meanings.ts';
import type { MeaningName } from '../text/meanings.ts';
import { el } from './dom.ts';
import '../styles/meaning.css';

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

/** Opens the word's slip, or shuts it. */
export function explain(term: HTMLButtonElement, name: MeaningName): void {
  const again = open?.term === term;
  shut();
  if (again) return;
  const slip = el('span', { class: 'meaning', text: meanings[name], attrs: { id: 'meaning' } });
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
