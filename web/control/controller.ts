// Carries out what the panels ask: changes the state, sends requests, and asks again for names and
// scores when a model has changed. Draws nothing.
import { Latest } from '../latest.ts';
import type { LinkedList, LinkedPart, LinkedRun } from '../links/link.ts';
import type { NamedList } from '../lists/bundled.ts';
import { fileSource, ListLoader } from '../lists/loader.ts';
import type { Reading, Reply, TrainingState } from '../messages/protocol.ts';
import type { AnswerTo, Question } from '../messages/questions.ts';
import type { Settings } from '../state/settings.ts';
import { changesFrom } from '../state/state.ts';
import type { State } from '../state/state.ts';
import { strangerIn } from '../text/labels.ts';
import type { Actions } from './actions.ts';
import type { Client } from './client.ts';
import { Requests } from './requests.ts';
import type { Store } from './store.ts';

/** Rows of names that the lab shows. */
export const namesShown = 12;
/** The lecture's own example of a name with a pair that its list never holds. */
const firstWord = 'andrejq';

/** What a link says of the page that no model depends on. A word of null is the page's to choose. */
export type Shown = Pick<State, 'view' | 'studio' | 'station'> & { word: string | null };

/** What opening a link needs beyond what panels may ask. Each says whether it came to its end. */
export interface Opener {
  loadNamed(name: NamedList, reading?: Reading): Promise<boolean>;
  loadBlend(parts: LinkedPart[], reading?: Reading): Promise<boolean>;
  loadOwn(file: Blob, title: string, origin: LinkedList | null, reading: Reading): Promise<boolean>;
  /** The open list once more, read in another way. */
  reread(reading: Reading): Promise<boolean>;
  /** The list that was refused last, as Windows-1252. */
  retry(): Promise<boolean>;
  replay(run: LinkedRun): Promise<boolean>;
  seekTo(step: number): Promise<boolean>;
  setAll(settings: Settings, shown?: Shown): void;
  /** The open list once more, for a worker that has not seen it. */
  reopenList(): Promise<boolean>;
}

/** What needs the address. */
type PlaceActions = 'link' | 'reread' | 'readAsWindows1252' | 'undoReading';

/** Carries out the actions, and hears the worker. */
export interface Controller
  extends Omit<Actions, PlaceActions | 'loadNamed' | 'loadBlend'>, Opener {
  /** A worker needs them before its first list. */
  sendOptions(): void;
  hear(reply: Reply): void;
  /** The file of the list that is open, where it is the user's own. */
  readonly ownFile: Blob | null;
  /** What is known of the lists of this visit. */
  readonly lists: Pick<ListLoader, 'meet' | 'met' | 'namesFile'>;
}

/** Connects the panels' wishes with the store and the worker. */
export function createController(store: Store, client: Pick<Client, 'send'>): Controller {
  const requests = new Requests(client);
  const lists = new ListLoader(store, requests);
  let lastOptions = 0;
  /** The step that was wished for last, until it is reached. */
  let aim: number | null = null;
  let lastSeek = 0;
  /** The step to ask for next; it outlives the aim, which ends with every arrival. */
  let wished = 0;

  const names = new Latest(() => {
    const { nameSeed: seed, sampler, untrained } = store.state.settings;
    requests.tell({ kind: 'sample', count: namesShown, seed, sampler, untrained });
  }, 100);
  const score = new Latest(() => requests.tell({ kind: 'score', word: store.state.word }), 100);
  const seek = new Latest(() => void seekTo(wished), 0);

  function askScore(): void {
    if (store.state.list === null) return;
    if (store.state.word === '') store.change({ score: null, wordProblem: null });
    else score.wantNow();
  }

  function change(settings: Partial<Settings>): void {
    store.change({ settings: { ...store.state.settings, ...settings } });
  }

  function sendOptions(): void {
    const { learningRate, l2, smoothing, weightsSeed, speed } = store.state.settings;
    lastOptions = requests.tell({
      kind: 'options',
      options: { learningRate, l2, smoothing, weightsSeed, speed },
    });
  }

  async function ask<Q extends Question>(question: Q): Promise<AnswerTo<Q>> {
    const reply = await requests.ask({ kind: 'ask', question }).answer;
    if (reply.kind !== 'answered') throw new Error(`${reply.kind} is no answer.`);
    return reply.answer as AnswerTo<Q>;
  }

  /** Before anything is asked of a model, the failure of the last attempt goes. */
  function begin(kind: 'train' | 'step' | 'reset'): void {
    if (store.state.list === null) return;
    if (store.state.failure?.about === 'training') store.change({ failure: null });
    aim = null;
    // Steps that were taken before are gone through again, and bring the settings of their time.
    if (kind === 'step') lastSeek = requests.tell({ kind, count: 1 });
    else requests.tell({ kind });
  }

  async function seekTo(step: number): Promise<boolean> {
    const { id, answer } = requests.ask({ kind: 'seek', step });
    lastSeek = id;
    return (await answer.catch(() => null))?.kind === 'sought';
  }

  async function replay(run: LinkedRun): Promise<boolean> {
    if (store.state.failure?.about === 'training') store.change({ failure: null });
    const { id, answer } = requests.ask({ kind: 'replay', ...run });
    lastSeek = id;
    return (await answer.catch(() => null))?.kind === 'sought';
  }

  function wish(step: number): void {
    const { run } = store.state;
    if (run === null) return;
    wished = Math.min(run.lastStep, Math.max(run.firstStep, Math.round(step)));
    aim = wished;
    seek.wantNow();
  }

  function modelsChanged(): void {
    names.want();
    if (store.state.word !== '') score.want();
  }

  /** Another list may not have these letters: its own first name will do, once it is there. */
  function chooseWord(): void {
    const known = strangerIn(firstWord, store.state.list?.alphabet ?? []) === null;
    store.change({ word: known ? firstWord : '', wordIsOwn: false });
  }

  function show({ view, studio, station, word }: Shown): void {
    store.change({ view, studio, station });
    if (word !== null) store.change({ word, wordIsOwn: true });
    else if (store.state.wordIsOwn) chooseWord();
  }

  function listChanged(): void {
    aim = null;
    if (!store.state.wordIsOwn) chooseWord();
    names.wantNow();
    askScore();
  }

  /** A model file brings its training along. What the user has set since stays. */
  function adopt(id: number, { weightsSeed, changes }: TrainingState): void {
    const last = changes.at(-1);
    if (id < lastOptions || last === undefined) return;
    change({ weightsSeed, learningRate: last.learningRate, l2: last.l2 });
  }

  function hear(reply: Reply): void {
    store.change(changesFrom(store.state, reply));
    requests.hear(reply);
    switch (reply.kind) {
      case 'loaded':
        adopt(reply.id, reply.run);
        listChanged();
        return;
      case 'counted':
      case 'progress':
        modelsChanged();
        return;
      case 'names': {
        names.answered();
        const first = reply.names.counted.find(({ name }) => name !== '')?.name;
        if (!store.state.wordIsOwn && store.state.word === '' && first !== undefined) {
          store.change({ word: Array.from(first).slice(0, 12).join('') });
          askScore();
        }
        return;
      }
      case 'scored':
        score.answered();
        return;
      case 'seeking':
        // It takes long: a newer wish need not wait for it.
        seek.answered();
        return;
      case 'sought':
        // What the user has set since stays.
        if (reply.id > lastOptions) change({ learningRate: reply.learningRate, l2: reply.l2 });
        soughtOrNot(reply.id);
        return;
      case 'seek-cancelled':
        soughtOrNot(reply.id);
        return;
      case 'crashed':
        for (const each of [names, score, seek]) each.forget();
        aim = null;
        return;
      case 'failed':
        if (reply.problem.about === 'names') names.answered();
        if (reply.problem.about === 'score') score.answered();
        if (reply.problem.about === 'training') soughtOrNot(reply.id);
        return;
      default:
        return;
    }
  }

  function soughtOrNot(id: number): void {
    seek.answered();
    // Not where a newer wish has just been sent after it.
    if (id === lastSeek) aim = null;
  }

  sendOptions();

  return {
    hear,
    lists,
    refuse: (title, message) => lists.refuse(title, message),
    get ownFile() {
      return lists.ownFile;
    },
    loadNamed: (name, reading) => lists.loadNamed(name, reading),
    loadOwn: (file, title, origin, reading) =>
      lists.load(title, { ...fileSource(file, title), reading }, origin),
    reread: (reading) => lists.reread(reading),
    retry: () => lists.retry(),
    reopenList: () => lists.reopen(),
    sendOptions,
    replay,
    seekTo,
    setAll(settings, shown) {
      store.change({ settings });
      if (shown !== undefined) show(shown);
      sendOptions();
      names.wantNow();
      askScore();
    },
    train: () => {
      begin('train');
    },
    pause: () => void requests.tell({ kind: 'pause' }),
    step: () => {
      begin('step');
    },
    stepBack: () => {
      wish((aim ?? store.state.run?.step ?? 0) - 1);
    },
    seek: wish,
    cancelSeek: () => void requests.tell({ kind: 'cancel-seek' }),
    reset: () => {
      begin('reset');
    },
    setNumber(key, value) {
      change({ [key]: value });
      sendOptions();
    },
    setSeed(key, value) {
      change({ [key]: value });
      if (key === 'weightsSeed') sendOptions();
      if (key === 'nameSeed' || store.state.settings.untrained === 'initial') names.wantNow();
    },
    setSpeed(speed) {
      change({ speed });
      sendOptions();
    },
    setSampler(sampler) {
      change({ sampler });
      names.wantNow();
    },
    setUntrained(untrained) {
      change({ untrained });
      names.wantNow();
    },
    newNameSeed() {
      const [word] = crypto.getRandomValues(new Uint32Array(1));
      change({ nameSeed: word ?? 0 });
      names.wantNow();
    },
    loadFile: (file) => void lists.load(file.name, fileSource(file, file.name), null),
    loadBlend: (parts, reading) => lists.loadBlend(parts, reading),
    loadText: (text, title) => void lists.load(title, { from: 'text', text }, null),
    loadLecture: () => void lists.loadNamed('lecture'),
    cancelLoad() {
      requests.tell({ kind: 'cancel-load' });
      store.change({ loading: null });
    },
    dismissFailure: () => store.change({ failure: null }),
    setWord(word) {
      store.change({ word, wordIsOwn: true });
      askScore();
    },
    point(cell) {
      const now = store.state.cell;
      if (now?.from === cell?.from && now?.to === cell?.to) return;
      store.change({ cell });
    },
    setView(view) {
      store.change({ view: { ...store.state.view, ...view } });
    },
    setStudio(studio) {
      store.change({ studio: { ...store.state.studio, ...studio } });
    },
    setStation: (station) => {
      if (station !== store.state.station) store.change({ station });
    },
    ask,
    identify: (file) => lists.identify(file),
  };
}
