// A pair of tokens as "a → n". Each stands isolated, so that letters written from right to left do not
// turn the arrow round.
import { el, setText } from './dom.ts';

/** A pair that can be set anew. */
export interface PairLabel {
  root: HTMLElement;
  draw(from: string, to: string): void;
}

/** A pair without tokens yet. */
export function pairLabel(): PairLabel {
  const from = el('bdi');
  const to = el('bdi');
  return {
    root: el('span', { class: 'pair', attrs: { dir: 'ltr' } }, from, ' → ', to),
    draw(first, second) {
      setText(from, first);
      setText(to, second);
    },
  };
}
