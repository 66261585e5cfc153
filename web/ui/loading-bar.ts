// How far the reading of a list is: bytes, pace, time left, and Cancel. Fetched with the first list that
// takes longer than a moment.
import { duration, ReadingPace } from '../lists/reading-pace.ts';
import type { Loading } from '../state/state.ts';
import { bytes } from '../text/format.ts';
import { button, el, setText, show } from './dom.ts';
import { askMark } from './meaning.ts';
import '../styles/loading.css';

/** The bar; `cancel` gives the reading up. */
export function loadingBar(cancel: () => void) {
  const bar = el('progress', { attrs: { max: '1', 'aria-label': 'Reading the list' } });
  const far = el('span', { class: 'numeric' });
  const pace = el('span', { class: 'numeric' });
  const root = el(
    'div',
    { class: 'loading' },
    el('div', {}, bar, el('p', {}, far, ' ', pace, ' ', askMark('Reading', 'reading'))),
    button('Cancel', cancel),
  );
  let id = 0;
  let clock = new ReadingPace();
  return {
    root,
    draw(now: Loading | null): void {
      show(root, now !== null);
      if (now === null) return;
      if (now.id !== id) {
        id = now.id;
        clock = new ReadingPace();
        setText(pace, '');
      }
      clock.mark(performance.now(), now.bytes);
      if (now.total > 0) bar.value = now.bytes / now.total;
      setText(far, `${bytes(now.bytes)} of ${bytes(now.total)}`);
      const known = clock.pace(now.total);
      if (known === null) return;
      setText(pace, `${bytes(known.perSecond)}/s, ${duration(known.left)} left`);
    },
  };
}
