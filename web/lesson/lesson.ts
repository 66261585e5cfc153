// The lesson below the workbench: a list of stations, one of them open. Each station is a module of its
// own that is fetched when it is first opened.
import type { State } from '../state/state.ts';
import { button, el, setText, show } from '../ui/dom.ts';
import '../styles/lesson.css';
import { entries, heading } from './entries.ts';
import type { Entry } from './entries.ts';
import { handout } from './handout.ts';
import type { Kit, StationView } from './station.ts';
import { Waiting } from './waiting.ts';

/** The lesson as the page sees it. */
export interface LessonView {
  draw(state: State): void;
  restyle(): void;
}

/** What the page gives the lesson. */
export type LessonKit = Omit<Kit, 'waiting'>;

/** Builds the lesson into its place on the page. */
export function lessonPanel(root: HTMLElement, given: LessonKit): LessonView {
  const kit: Kit = { ...given, waiting: new Waiting() };
  const { actions, announce } = kit;
  const built = new Map<string, StationView>();
  let open: Entry | null = null;
  let state: State | null = null;

  const goTo = (entry: Entry | undefined) => {
    if (entry === undefined) return;
    actions.setStation(entry.id);
    focusSoon = true;
  };
  const links = entries.map((entry) => {
    const link = el(
      'button',
      { class: 'station-link', attrs: { type: 'button', id: `to-${entry.id}` } },
      el('span', { class: 'numeric', text: entry.number }),
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
  const printed = handout(kit, {
    view: viewOf,
    putBack() {
      const view = open === null ? undefined : built.get(open.id);
      if (view !== undefined) place.replaceChildren(view.root);
    },
    restyle,
  });
  root.append(
    el(
      'div',
      { class: 'lesson-head' },
      el('p', {
        text: 'Ten short stations, in the order of the lecture. Every number in them is computed from the list that is open above.',
      }),
      printed.root,
    ),
    el('div', { class: 'lesson-columns' }, contents, chapter),
    printed.paper,
  );
  let focusSoon = false;

  async function viewOf(entry: Entry): Promise<StationView> {
    const { station } = await entry.load();
    const view = built.get(entry.id) ?? station(kit);
    built.set(entry.id, view);
    return view;
  }

  function turnTo(entry: Entry): void {
    open = entry;
    const at = entries.indexOf(entry);
    setText(head, heading(entry));
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
    viewOf(entry).then(
      (fresh) => {
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

  function restyle(): void {
    if (open !== null) built.get(open.id)?.restyle?.();
  }

  return {
    restyle,
    draw(next) {
      state = next;
      printed.draw(next);
      const wanted = entries.find(({ id }) => id === next.station) ?? entries[0];
      if (wanted !== undefined && wanted !== open) turnTo(wanted);
      else if (open !== null) built.get(open.id)?.draw(next);
    },
  };
}
