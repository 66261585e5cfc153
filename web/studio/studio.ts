// The naming studio: puts its parts together and tells each what it needs. Loaded when its tab is opened.
import type { Actions } from '../control/actions.ts';
import type { Storage } from '../keeping/storage.ts';
import type { MetList } from '../links/link.ts';
import type { State } from '../state/state.ts';
import { button, el } from '../ui/dom.ts';
import '../styles/studio.css';
import { visible } from '../text/visible.ts';
import { drawingPanel, seedBar } from './drawing.ts';
import { fold } from './fold.ts';
import { lettersView } from './letters.ts';
import { likeThis } from './like-this.ts';
import { listParts } from './list-parts.ts';
import { modelChoice } from './model-choice.ts';
import { ownNamePanel } from './own-name.ts';
import { nameAsker } from './request.ts';
import { resultsPanel } from './results.ts';
import { rulesPanel } from './rules.ts';
import type { RuleProblem } from './rules.ts';
import { savePanel } from './save.ts';
import { shortlistPanel } from './shortlist-panel.ts';
import { Shortlist } from './shortlist.ts';
import { sentence } from './words.ts';

/** What the studio is given of the page. */
export interface StudioKit {
  actions: Actions;
  announce: (text: string) => void;
  openPaste: () => void;
  /** The user's own lists of this visit. */
  ownLists: () => readonly MetList[];
  storage: () => Promise<Storage>;
  /** The names of the open list, one a line; null where only counts are here. */
  listFile: () => Blob | null;
}

/** The studio as the page sees it. */
export interface StudioView {
  draw(state: State): void;
}

/** For fonts and screen readers; empty where names are of several languages, or nobody knows. */
/** Typing is not interrupted: what was found is said once the hand rests. */
const restMs = 900;

function part(id: string, title: string): HTMLElement {
  return el(
    'section',
    { class: 'studio-part', attrs: { id: `studio-${id}`, 'aria-labelledby': `${id}-title` } },
    el('h2', { text: title, attrs: { id: `${id}-title` } }),
  );
}

/** Builds the studio into its place on the page. */
export function studioPanel(root: HTMLElement, kit: StudioKit): StudioView {
  const { actions } = kit;
  const parts = {
    list: part('source', 'Names like those of'),
    rules: part('rules', 'Every name'),
    drawing: part('drawing', 'How many, and which'),
    model: part('model', 'Model'),
    names: part('names', 'Names'),
    shortlist: part('shortlist', 'Shortlist'),
    own: part('own', 'A name of your own'),
    save: part('save', 'Take it along'),
  };
  parts.names.setAttribute('aria-labelledby', 'studio-names-title');
  parts.names.querySelector('h2')?.setAttribute('id', 'studio-names-title');

  let state: State | null = null;
  let problem: RuleProblem | null = null;
  let anyName = '';
  let resting: ReturnType<typeof setTimeout> | undefined;
  const announce = (text: string) => {
    clearTimeout(resting);
    resting = setTimeout(() => {
      kit.announce(text);
    }, restMs);
  };
  /** What somebody has just done is said first, and not talked over. */
  const announceNow = (text: string) => {
    clearTimeout(resting);
    kit.announce(text);
  };

  const listName = () => state?.list?.title ?? '';
  const shortlist = new Shortlist(
    {
      entries: async () => (await kit.storage()).shelf('names').entries(),
      put: async (key, value) => (await kit.storage()).shelf('names').put(key, value),
      delete: async (key) => (await kit.storage()).shelf('names').delete(key),
    },
    () => {
      kept.draw();
      seed.drawKept(shortlist.all.length);
      results.drawStars();
      own.drawDoor();
    },
  );
  const toggleStar = (name: string) => {
    if (shortlist.has(name)) kept.remove(name);
    else {
      shortlist.add(name, listName());
      announceNow(`${visible(name)} is on the shortlist.`);
    }
  };

  const undoRules = likeThis(actions, () => {
    parts.names.tabIndex = -1;
    parts.names.focus({ preventScroll: true });
  });
  const list = listParts(parts.list, kit);
  const rules = rulesPanel(parts.rules, actions, (now) => {
    undoRules.clear(now);
  });
  const drawing = drawingPanel(parts.drawing, actions);
  const model = modelChoice(parts.model, actions);
  const seed = seedBar(actions, () => {
    parts.shortlist.scrollIntoView();
    kept.focus();
  });
  const results = resultsPanel(
    parts.names,
    {
      toggleStar,
      isStarred: (name) => shortlist.has(name),
      moreLike(name) {
        if (state !== null) undoRules.set(name, state.studio.rules);
      },
      async letters(name) {
        const now = state;
        if (now?.list == null) throw new Error('There is no list.');
        const { model: which, temperature } = now.studio;
        const answer = await actions.ask({ about: 'own-name', name, model: which, temperature });
        return lettersView(answer.bigrams, now.list.alphabet);
      },
    },
    announce,
  );
  parts.names.insertBefore(seed.root, parts.names.children[1] ?? null);
  parts.names.insertBefore(undoRules.root, parts.names.querySelector('.name-table'));
  const kept = shortlistPanel(parts.shortlist, () => shortlist, announceNow);
  const own = ownNamePanel(parts.own, actions, (name) => {
    const has = shortlist.has(name);
    return button(has ? 'On the shortlist' : 'Keep it', () => {
      if (!has) toggleStar(name);
    });
  });
  const save = savePanel(parts.save, actions, kit.listFile, announceNow);

  const asker = nameAsker(
    actions,
    (answer, request) => {
      if (answer.refused === null) {
        problem = null;
        anyName = answer.names.find(({ name }) => Array.from(name).length > 3)?.name ?? anyName;
      } else {
        const { field, index } = answer;
        problem = { field, index, message: sentence(answer.refused) };
      }
      results.hear(answer, request);
      drawRules();
    },
    (message) => {
      results.fail(message);
    },
  );

  function drawRules(): void {
    if (state === null) return;
    rules.draw(state, problem, anyName);
    drawing.draw(state, problem?.field === 'newOnly' ? problem.message : null);
  }

  const settings = fold('How many, and which model', 'more-settings', parts.drawing, parts.model);
  root.append(
    el('div', { class: 'studio-column settings' }, parts.list, parts.rules, settings.root),
    el('div', { class: 'studio-column results' }, parts.names),
    el('div', { class: 'studio-column kept-column' }, parts.shortlist, parts.own, parts.save),
  );

  return {
    draw(next) {
      state = next;
      results.speak(next.language);
      list.draw(next);
      model.draw(next);
      seed.draw(next);
      drawRules();
      asker.draw(next);
      own.draw(next);
      save.draw(next);
      undoRules.draw(next);
      kept.draw();
    },
  };
}
