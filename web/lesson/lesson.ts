// The lesson below the workbench: a list of stations, one of them open. Each station is a module of its
// own that is fetched when it is first opened.
import { button, el, setText, show } from '../dom.ts';
import type { State } from '../state.ts';
import '../styles/lesson.css';
import type { BuildStation, Kit, StationView } from './station.ts';

interface Entry {
  id: string;
  title: string;
  load(): Promise<{ station: BuildStation }>;
}

/** In the order of the lecture; the last two stand beside it. */
const entries: readonly Entry[] = [
  { id: 'pairs', title: 'A name is many examples', load: () => import('./stations/pairs.ts') },
  { id: 'counting', title: 'Counting', load: () => import('./stations/counting.ts') },
  {
    id: 'normalising',
    title: 'Normalising, and a trap',
    load: () => import('./stations/normalising.ts'),
  },
  {
    id: 'sampling',
    title: 'Sampling, letter by letter',
    load: () => import('./stations/sampling.ts'),
  },
  {
    id: 'likelihood',
    title: 'Likelihood and loss',
    load: () => import('./stations/likelihood.ts'),
  },
  { id: 'network', title: 'The table as a network', load: () => import('./stations/network.ts') },
  { id: 'descent', title: 'The loop, and one step', load: () => import('./stations/descent.ts') },
  { id: 'routes', title: 'Two routes, one answer', load: () => import('./stations/routes.ts') },
  {
    id: 'smoothing',
    title: 'Smoothing is regularisation',
    load: () => import('./stations/smoothing.ts'),
  },
  {
    id: 'beyond',
    title: 'Why one letter is not enough',
    load: () => import('./stations/beyond.ts'),
  },
  {
    id: 'experiments',
    title: 'Try to break it',
    load: () => import('./stations/experiments.ts'),
  },
  { id: 'lecture', title: 'Lecture mode', load: () => import('./stations/lecture.ts') },
];

const numbered = 10;

export interface LessonView {
  draw(state: State): void;
  restyle(): void;
}

export function lessonPanel(root: HTMLElement, kit: Kit): LessonView {
  const { actions, announce } = kit;
  const built = new Map<string, StationView>();
  let open: Entry | null = null;
  let state: State | null = null;

  const number = (entry: Entry): string => {
    const at = entries.indexOf(entry);
    return at < numbered ? String(at + 1) : '';
  };
  const goTo = (entry: Entry | undefined) => {
    if (entry === undefined) return;
    actions.setStation(entry.id);
    focusSoon = true;
  };
  const links = entries.map((entry) => {
    const link = el(
      'button',
      { class: 'station-link', attrs: { type: 'button', id: `to-${entry.id}` } },
      el('span', { class: 'numeric', text: number(entry) }),
      el('span', { text: entry.title }),
    );
    link.addEventListener('click', () => {
      goTo(entry);
    });
    return { entry, link };
  });
  const contents = el(
    'nav',
    { class: 'contents', attrs: { 'aria-label': 'Stations of the lesson' } },
    el('ol', {}, ...links.map(({ link }) => el('li', {}, link))),
  );
  const head = el('h3', { attrs: { tabindex: '-1', id: 'station-title' } });
  const place = el('div', { class: 'station-body' });
  const waiting = el('p', { class: 'quiet', attrs: { role: 'status' } });
  const before = button('Previous', () => {
    if (open !== null) goTo(entries[entries.indexOf(open) - 1]);
  });
  const after = button('Next', () => {
    if (open !== null) goTo(entries[entries.indexOf(open) + 1]);
  });
  const chapter = el(
    'article',
    { class: 'station', attrs: { 'aria-labelledby': 'station-title' } },
    head,
    waiting,
    place,
    el('div', { class: 'turn' }, before, after),
  );
  root.append(
    el(
      'div',
      { class: 'lesson-head' },
      el('p', {
        text: 'Ten short stations, in the order of the lecture. Every number in them is computed from the list that is open above.',
      }),
    ),
    el('div', { class: 'lesson-columns' }, contents, chapter),
  );
  let focusSoon = false;

  function turnTo(entry: Entry): void {
    open = entry;
    const at = entries.indexOf(entry);
    setText(head, number(entry) === '' ? entry.title : `${number(entry)}. ${entry.title}`);
    for (const { entry: each, link } of links) {
      if (each === entry) link.setAttribute('aria-current', 'true');
      else link.removeAttribute('aria-current');
    }
    chapter.dataset['station'] = '';
    before.disabled = at === 0;
    after.disabled = at === entries.length - 1;
    const view = built.get(entry.id);
    if (view !== undefined) {
      unfold(entry, view);
      return;
    }
    place.replaceChildren();
    setText(waiting, 'Opening.');
    show(waiting, true);
    entry.load().then(
      ({ station }) => {
        const fresh = built.get(entry.id) ?? station(kit);
        built.set(entry.id, fresh);
        if (open === entry) unfold(entry, fresh);
      },
      () => {
        if (open !== entry) return;
        place.replaceChildren();
        setText(waiting, 'This station could not be fetched. Reload the page to try again.');
      },
    );
  }

  function unfold(entry: Entry, view: StationView): void {
    chapter.dataset['station'] = entry.id;
    show(waiting, false);
    place.replaceChildren(view.root);
    if (state !== null) view.draw(state);
    if (!focusSoon) return;
    focusSoon = false;
    head.focus({ preventScroll: true });
    head.scrollIntoView({ block: 'start' });
    announce(head.textContent);
  }

  return {
    restyle() {
      if (open !== null) built.get(open.id)?.restyle?.();
    },
    draw(next) {
      state = next;
      const wanted = entries.find(({ id }) => id === next.station) ?? entries[0];
      if (wanted !== undefined && wanted !== open) turnTo(wanted);
      else if (open !== null) built.get(open.id)?.draw(next);
    },
  };
}
