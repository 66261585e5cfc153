// What is folded away on a phone, where names come first, and lies open wherever there is room.
import { el } from '../ui/dom.ts';

const phone = matchMedia('(width < 700px)');

/** A part that can be unfolded from outside. */
export interface Fold {
  root: HTMLDetailsElement;
  /** Opens it: there is something in it to be seen. */
  unfold(): void;
}

/** Folds the children away under the title. */
export function fold(title: string, id: string, ...children: Node[]): Fold {
  const summary = el('summary', { text: title });
  const root = el('details', { class: 'fold', attrs: { id } }, summary, ...children);
  const fit = () => {
    root.open = !phone.matches;
  };
  fit();
  phone.addEventListener('change', fit);
  return {
    root,
    unfold() {
      root.open = true;
    },
  };
}
