// Keeps the page's address true to what is shown, opens links, and goes back and forward. Writes only
// when nothing moves: an address is a place, not a film. Fetched when there is a link to open, else
// after the first names.
import type { Link } from '../control/actions.ts';
import type { Controller } from '../control/controller.ts';
import type { Store } from '../control/store.ts';
import { here } from '../keeping/place.ts';
import { plainReading } from '../lists/reading.ts';
import type { Reading } from '../messages/protocol.ts';
import type { OnDemand } from '../on-demand.ts';
import type { State } from '../state/state.ts';
import { holds, readLink, writeLink } from './link.ts';
import type { LinkedList, LinkedPart, LinkState, OwnList } from './link.ts';
import { pack, unpack } from './packing.ts';
import { writeReading } from './reading.ts';

/** What changes in quick succession, as under a slider, is one change. */
const settleMs = 400;

/** The page's address as the place that is open. */
export interface Address {
  /** Opens what a link says; true where all of it was opened. `anew`: its steps are taken again. */
  open(link: string, anew?: boolean): Promise<boolean>;
  /** The same list and run once more, for a worker that knows neither. */
  recover(): Promise<boolean>;
  /** Where the page is, as a link; null where it is on its way there. */
  place(): { text: string; moving: boolean } | null;
  link(withList: boolean): Promise<Link>;
}

/** `places`: whether what is done here becomes places to go back to, which inside another page it must not. */
export function keepAddress(
  store: Store,
  controller: Controller,
  demand: OnDemand,
  places = true,
): Address {
  /** Only the last one opened counts. */
  let openings = 0;
  let opening = false;
  /** A link whose list must come from the user first. */
  let wanted: { link: LinkState; list: OwnList } | null = null;
  /** The user's own lists of this visit, so that Back finds them. */
  const own = new Map<string, { file: Blob; title: string }>();
  let met: LinkedList | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;

  function say(title: string, message: string): void {
    store.change({ failure: { about: 'link', title, message, line: 0, column: 0 } });
  }

  function write(how: 'push' | 'replace'): void {
    const state = describe(store.state);
    if (state === null || opening || wanted !== null) return;
    const text = writeLink(state);
    if (text === here()) return;
    // A word is typed letter by letter, and none of them is a place to come back to.
    const before = writeLink({ ...readLink(here()), word: null });
    const url = text === '' ? location.pathname + location.search : `#${text}`;
    if (places && how === 'push' && before !== writeLink({ ...state, word: null }))
      history.pushState(null, '', url);
    else history.replaceState(null, '', url);
  }

  /** True where all of it was opened. */
  async function open(text: string, anew = false): Promise<boolean> {
    const link = readLink(text);
    let arrived = false;
    await travel(async (isMine) => {
      if (await openList(link)) arrived = await openRest(link, isMine, anew);
      else if (store.state.list === null) await openAnyList();
    });
    return arrived;
  }

  async function recover(): Promise<boolean> {
    const { state } = store;
    const place = placeOf({ ...state, origin: state.origin ?? readLink('').list });
    if (state.list === null || place === null) {
      await open(here());
      return store.state.list !== null;
    }
    let arrived = false;
    await travel(async (isMine) => {
      if (await controller.reopenList()) arrived = await openRest(place, isMine, true);
    });
    return arrived;
  }

  /** What the link names could not be opened: the page is not left empty, and still says why. */
  async function openAnyList(): Promise<void> {
    const { failure } = store.state;
    if ((await controller.loadNamed('given-names')) && failure !== null) store.change({ failure });
  }

  /** While a link is opened, nothing is written; what it led to is not another place. */
  async function travel(go: (isMine: () => boolean) => Promise<void>): Promise<void> {
    openings += 1;
    const mine = openings;
    opening = true;
    clearTimeout(timer);
    try {
      await go(() => mine === openings);
    } finally {
      if (mine === openings) {
        opening = false;
        write('replace');
      }
    }
  }

  /** False where the list is not there (yet). */
  async function openList(link: LinkState): Promise<boolean> {
    const { list, reading } = link;
    wanted = null;
    const { state } = store;
    const readSo = writeReading(state.list?.reading ?? plainReading) === writeReading(reading);
    if (readSo && JSON.stringify(list) === JSON.stringify(state.origin)) return true;
    if (list.from === 'named') return controller.loadNamed(list.name, reading);
    if (list.from === 'blend') return openBlend(list.parts, reading);
    if (list.from === 'inside') {
      const text = await unpack(list.packed).catch(() => null);
      if (text !== null) return controller.loadOwn(new Blob([text]), list.title, list, reading);
      await controller.loadNamed('given-names');
      say('The link is damaged', 'Its list cannot be read. Ask for the link again.');
      return false;
    }
    const known = own.get(list.sha256) ?? (await findKept(list.sha256));
    if (known !== null) return controller.loadOwn(known.file, known.title, list, reading);
    wanted = { link, list };
    if (store.state.list === null) await controller.loadNamed('given-names');
    met = store.state.origin;
    say(
      `The link asks for “${list.title}”`,
      'It does not hold the list. Choose or drop that file, and what the link shows comes back.',
    );
    return false;
  }

  const findKept = (sha256: string): Promise<{ file: Blob; title: string } | null> =>
    demand.lists().then(
      (lists) => lists.find(sha256),
      () => null,
    );

  async function openBlend(parts: LinkedPart[], whole: Reading): Promise<boolean> {
    for (const { list, reading } of parts) {
      if (list.from === 'named') continue;
      const known = own.get(list.sha256) ?? (await findKept(list.sha256));
      if (known !== null) controller.lists.meet(list.sha256, known.title, known.file, reading);
    }
    return controller.loadBlend(parts, whole);
  }

  /** True where everything came to its end. `anew`: no step that the page knows is gone back to. */
  async function openRest(link: LinkState, isMine: () => boolean, anew = false): Promise<boolean> {
    if (!isMine()) return false;
    const { run, settings, view, studio, station, word } = link;
    const before = store.state.run;
    const sameSeed = before !== null && before.weightsSeed === settings.weightsSeed;
    if (before?.training === true) controller.pause();
    controller.setAll(settings, { view, studio, station, word });
    const known = !anew && sameSeed && holds(before, run);
    const arrived = await (known ? controller.seekTo(run.step) : controller.replay(run));
    if (!arrived || !isMine()) return false;
    // Going to a step brought the settings of that step; the link's own may be others.
    const now = store.state.settings;
    const { learningRate, l2 } = settings;
    if (learningRate !== now.learningRate || l2 !== now.l2) {
      controller.setAll({ ...now, learningRate, l2 });
    }
    return true;
  }

  /** Another list has been opened: perhaps the one that a link waits for. */
  function meet(origin: LinkedList): void {
    if (origin.from !== 'asked-for') {
      wanted = null;
      return;
    }
    if (controller.ownFile !== null) {
      own.set(origin.sha256, { file: controller.ownFile, title: origin.title });
    }
    if (wanted === null) return;
    const { link, list } = wanted;
    wanted = null;
    if (list.sha256 !== origin.sha256) {
      say(
        'Another list than the link’s',
        `“${origin.title}” differs from “${list.title}”. It is open, without what the link says.`,
      );
      return;
    }
    void travel(async (isMine) => {
      // Read as the link says, where that is another way.
      if (await openList(link)) await openRest(link, isMine);
    });
  }

  store.onFrame((state) => {
    if (state.origin !== met) {
      met = state.origin;
      if (met !== null) meet(met);
    }
    clearTimeout(timer);
    if (describe(state) === null) return;
    timer = setTimeout(() => {
      write('push');
    }, settleMs);
  });
  window.addEventListener('popstate', () => void open(here()));

  return {
    open,
    recover,
    place() {
      const now = opening || wanted !== null ? null : placeOf(store.state);
      return now && { text: writeLink(now), moving: describe(store.state) === null };
    },
    async link(withList) {
      const now = placeOf(store.state);
      if (now === null) throw new Error('Nothing is open yet.');
      const packed =
        withList && now.list.from === 'asked-for' && controller.ownFile !== null
          ? await pack(await controller.ownFile.text())
          : null;
      if (packed !== null && now.list.from === 'asked-for') {
        now.list = { from: 'inside', title: now.list.title, packed };
      }
      const url = new URL(location.href);
      url.hash = writeLink(now);
      return { url: url.href, list: now.list.from };
    },
  };
}

/** While something moves there is no place to write down. */
function describe(state: State): LinkState | null {
  const moving = state.run?.training === true || state.loading !== null || state.seeking !== null;
  return moving ? null : placeOf(state);
}

/** What a link says of the moment that is shown. */
function placeOf({ origin, list, run, settings, ...state }: State): LinkState | null {
  if (origin === null || list === null || run === null) return null;
  const { changes, lastStep, step } = run;
  const { view, studio, station } = state;
  const { reading } = list;
  const word = state.wordIsOwn ? state.word : null;
  const taken = { changes, lastStep, step };
  return { list: origin, reading, settings, run: taken, view, studio, station, word };
}
