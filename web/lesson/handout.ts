// The whole lesson on paper: all ten stations with the figures of the moment. A page cannot wait while
// it is being printed, so the button opens and fills them first. Printed in any other way, the page
// gives them all while nothing has changed since, else the station that is open, and says so.
import type { State } from '../state/state.ts';
import { count, loss, setting } from '../text/format.ts';
import { button, el, forgetColours, setText, show } from '../ui/dom.ts';
import { inWords } from './asker.ts';
import type { Entry } from './entries.ts';
import { heading, stations } from './entries.ts';
import type { Kit, StationView } from './station.ts';

/** The button that prints the lesson, and what it prints. */
export interface Handout {
  /** The button, and what it is doing. */
  root: HTMLElement;
  /** Empty but on paper. */
  paper: HTMLElement;
  draw(state: State): void;
}

/** Where the handout gets its stations from. */
export interface Shelf {
  /** The station, built where it was not. */
  view(entry: Entry): Promise<StationView>;
  /** Puts the open station back in its place on the screen. */
  putBack(): void;
  restyle(): void;
}

/** What a figure in a station may depend on. */
const grounds = ({ list, counted, run, settings, word, cell }: State) => [
  list,
  counted,
  run,
  settings,
  word,
  cell,
];

/** Makes the handout of the stations on the shelf. */
export function handout({ actions, waiting }: Kit, shelf: Shelf): Handout {
  let state: State | null = null;
  let still: (() => void) | null = null;
  let busy = false;
  /** What it was filled with, and with which stations. */
  let filled: { by: readonly unknown[]; pages: readonly [Entry, StationView][] } | null = null;
  const said = el('span', { class: 'quiet', attrs: { role: 'status' } });
  const print = button('Print the lesson', () => void prepareAndPrint());
  const about = el('p', { class: 'handout-about' });
  const pages = el('div');
  const paper = el('div', { class: 'handout' }, el('h2', { text: 'The lesson' }), about, pages);
  const only = el('p', {
    class: 'handout-only',
    text: 'Only the station that was open. “Print the lesson”, above its contents, gives all ten.',
  });

  const isFresh = (): boolean => {
    const now = state;
    return now !== null && filled !== null && grounds(now).every((it, i) => it === filled?.by[i]);
  };

  /** A handout shows one moment: training comes to rest first. */
  async function rest(): Promise<void> {
    if (state?.run?.training !== true) return;
    actions.pause();
    await new Promise<void>((resolve) => {
      still = resolve;
    });
  }

  async function fill(): Promise<void> {
    const views: [Entry, StationView][] = [];
    for (const entry of stations) {
      setText(said, `Working out station ${entry.number} of ${stations.length}.`);
      const view = await shelf.view(entry);
      if (state === null) continue;
      view.draw(state);
      await waiting.idle();
      await view.complete?.();
      views.push([entry, view]);
    }
    // What was changed meanwhile is asked again.
    do {
      filled = { by: state === null ? [] : grounds(state), pages: views };
      for (const [, view] of views) if (state !== null) view.draw(state);
      await waiting.idle();
    } while (!isFresh());
  }

  async function prepareAndPrint(): Promise<void> {
    if (busy || state?.list == null) return;
    busy = true;
    print.disabled = true;
    try {
      await rest();
      if (!isFresh()) await fill();
      setText(said, '');
      window.print();
    } catch (error) {
      setText(said, `The lesson could not be printed: ${inWords(error)}`);
    } finally {
      busy = false;
      print.disabled = false;
    }
  }

  function write({ list, run, settings }: State): void {
    if (list === null || run === null) return;
    setText(
      about,
      `${list.title}: ${count(list.report.names)} names, ${count(list.bigrams)} examples, ${count(list.alphabet.length)} signs with the boundary. Loss of the counts ${loss(list.optimumLoss)}. The network stands at step ${count(run.step)} with loss ${loss(run.loss)}; learning rate ${setting(settings.learningRate)}, L2 ${setting(settings.l2)}, smoothing ${setting(settings.smoothing)}, name seed ${settings.nameSeed}.`,
    );
  }

  window.addEventListener('beforeprint', () => {
    const whole = isFresh() && filled !== null && state !== null;
    document.documentElement.dataset['printing'] = whole ? 'lesson' : 'station';
    if (whole && state !== null && filled !== null) {
      write(state);
      pages.replaceChildren(
        ...filled.pages.map(([entry, { root }]) =>
          el(
            'article',
            { class: 'station', attrs: { 'aria-label': heading(entry) } },
            el('h3', { text: heading(entry) }),
            root,
          ),
        ),
      );
    }
    forgetColours();
    for (const [, view] of whole ? (filled?.pages ?? []) : []) view.restyle?.();
    shelf.restyle();
  });
  window.addEventListener('afterprint', () => {
    delete document.documentElement.dataset['printing'];
    shelf.putBack();
    pages.replaceChildren();
    forgetColours();
    shelf.restyle();
  });

  return {
    root: el('div', { class: 'handout-way' }, print, said, only),
    paper,
    draw(next) {
      state = next;
      show(print, next.list !== null);
      if (next.run?.training === true) return;
      still?.();
      still = null;
    },
  };
}
