// Keeps the lesson out of the first load: it is fetched when it comes into sight, when somebody goes to
// it, or when a link opens a station.
import type { State } from '../state/state.ts';
import { button, el, setText, show } from '../ui/dom.ts';
import type { LessonKit, LessonView } from './lesson.ts';

/** Stands for the lesson until it is fetched, and then passes on what is drawn. */
export function lessonGate(root: HTMLElement, way: HTMLElement, kit: LessonKit): LessonView {
  let lesson: LessonView | null = null;
  let begun = false;
  let state: State | null = null;
  const said = el('p', { class: 'quiet' });
  const open = button('Open the lesson', () => {
    fetchLesson();
  });
  const gate = el('div', { class: 'gate' }, said, open);
  root.append(gate);

  function fetchLesson(): void {
    if (begun) return;
    begun = true;
    watcher.disconnect();
    setText(said, 'Opening the lesson.');
    import('./lesson.ts').then(
      ({ lessonPanel }) => {
        show(gate, false);
        lesson = lessonPanel(root, kit);
        if (state !== null) lesson.draw(state);
      },
      () => {
        begun = false;
        setText(said, 'The lesson could not be fetched. Try again.');
      },
    );
  }

  const watcher = new IntersectionObserver((entries) => {
    if (entries.some(({ isIntersecting }) => isIntersecting)) fetchLesson();
  });
  watcher.observe(gate);
  way.addEventListener('click', () => {
    fetchLesson();
    const calm = matchMedia('(prefers-reduced-motion: reduce)').matches;
    root.scrollIntoView({ block: 'start', behavior: calm ? 'auto' : 'smooth' });
    root.tabIndex = -1;
    root.focus({ preventScroll: true });
  });

  return {
    restyle() {
      lesson?.restyle();
    },
    draw(next) {
      state = next;
      if (next.station !== null && !begun) {
        fetchLesson();
        // Inside another page this would move that page as well.
        if (window.parent === window) root.scrollIntoView({ block: 'start' });
      }
      lesson?.draw(next);
    },
  };
}
