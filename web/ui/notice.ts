// The slip of paper on which failures stand until they are put away, over the page so that nothing
// moves. Shows the core's words as they are.
import type { Failure } from '../state/state.ts';
import { visible } from '../text/visible.ts';
import { button, el, setText, show } from './dom.ts';
import { icons } from './icons.ts';
import '../styles/notice.css';

function heading({ about, title }: Failure): string {
  if (about === 'load') return title === '' ? 'That did not work' : `${title} was not read`;
  if (about === 'link') return title;
  return about === 'training' ? 'Training has stopped' : 'That did not work';
}

/** The slip, in its place. */
export function noticeSlip(root: HTMLElement, dismiss: () => void, readAnyway: () => void) {
  const title = el('strong');
  const message = el('p', { class: 'notice-message' });
  const consequence = el('p', { class: 'quiet' });
  const remedy = button('Read it as Windows-1252', readAnyway, { attrs: { id: 'remedy' } });
  root.append(
    el('div', {}, title, message, consequence, remedy),
    button('Dismiss', dismiss, { class: 'back', icon: icons.close }),
  );
  document.addEventListener('keydown', (event) => {
    if (event.key === 'Escape' && document.querySelector('dialog[open]') === null) dismiss();
  });
  let drawn: Failure | null = null;
  return {
    draw(failure: Failure | null, listTitle: string | null): void {
      if (failure === drawn) return;
      drawn = failure;
      show(root, failure !== null);
      if (failure === null) return;
      setText(title, visible(heading(failure)));
      show(remedy, failure.notUtf8 === true);
      setText(message, visible(failure.message));
      const kept = failure.about === 'load' && failure.title !== '' && listTitle !== null;
      setText(consequence, kept ? `Nothing has changed: ${visible(listTitle)} is still here.` : '');
    },
  };
}
