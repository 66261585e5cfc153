// Carries out what the panels ask: changes the state, sends requests, and asks again for names and
// scores when a model has changed. Draws nothing.
import type { Actions } from './actions.ts';
import type { Client } from './client.ts';
import { strangerIn } from './labels.ts';
import { Latest } from './latest.ts';
import type { Reply } from './protocol.ts';
import type { Settings } from './settings.ts';
import { changesFrom } from './state.ts';
import type { Store } from './store.ts';

export const namesShown = 12;
/** The lecture's own example of a name with a pair that its list never holds. */
const firstWord = 'andrejq';
const bundledList = { url: './lists/given-names.txt', title: 'Given names' };

export interface Controller extends Actions {
  hear(reply: Reply): void;
}

export function createController(store: Store, client: Client): Controller {
  /** A word that the user typed stays, even where a new list cannot spell it. */
  let wordIsOwn = false;
  /** Counts the lists asked for, so that a slow fetch cannot overtake a newer wish. */
  let loads = 0;

  const names = new Latest(() => {
    const { nameSeed: seed, sampler } = store.state.settings;
    client.send({ kind: 'sample', count: namesShown, seed, sampler });
  }, 100);
  const score = new Latest(() => client.send({ kind: 'score', word: store.state.word }), 100);

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
    client.send({ kind: 'options', options: { learningRate, l2, smoothing, weightsSeed, speed } });
  }

  function load(title: string, source: Parameters<Actions['loadFile']>[0] | string): void {
    loads += 1;
    const id = client.send({
      kind: 'load',
      title,
      source:
        typeof source === 'string'
          ? { from: 'text', text: source }
          : { from: 'file', file: source },
    });
    const total = typeof source === 'string' ? source.length : source.size;
    store.change({ loading: { id, title, bytes: 0, total }, failure: null });
  }

  function refuse(title: string, message: string): void {
    store.change({ failure: { about: 'load', title, message, line: 0, column: 0 } });
  }

  async function loadBundled(): Promise<void> {
    const before = loads;
    try {
      const response = await fetch(new URL(bundledList.url, document.baseURI));
      if (!response.ok) throw new Error(`The server answered ${response.status}.`);
      const file = new File([await response.blob()], bundledList.title);
      if (loads === before) load(bundledList.title, file);
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      refuse(bundledList.title, `The bundled list could not be fetched. ${reason} Choose a file.`);
    }
  }

  /** Before anything is asked of a model, the failure of the last attempt goes. */
  function begin(kind: 'train' | 'step' | 'reset'): void {
    if (store.state.list === null) return;
    if (store.state.failure?.about === 'training') store.change({ failure: null });
    if (kind === 'step') client.send({ kind, count: 1 });
    else client.send({ kind });
  }

  function modelsChanged(): void {
    names.want();
    if (store.state.word !== '') score.want();
  }

  function listChanged(alphabet: readonly string[]): void {
    if (!wordIsOwn) {
      // Another list may not have these letters: its own first name will do, once it is there.
      store.change({ word: strangerIn(firstWord, alphabet) === null ? firstWord : '' });
    }
    names.wantNow();
    askScore();
  }

  function hear(reply: Reply): void {
    store.change(changesFrom(store.state, reply));
    if (reply.kind === 'loaded') listChanged(reply.list.alphabet);
    if (reply.kind === 'counted' || reply.kind === 'progress') modelsChanged();
    if (reply.kind === 'names') {
      names.answered();
      const first = reply.names.counted.find(({ name }) => name !== '')?.name;
      if (!wordIsOwn && store.state.word === '' && first !== undefined) {
        store.change({ word: Array.from(first).slice(0, 12).join('') });
        askScore();
      }
    }
    if (reply.kind === 'scored') score.answered();
    if (reply.kind === 'failed' && reply.problem.about === 'names') names.answered();
    if (reply.kind === 'failed' && reply.problem.about === 'score') score.answered();
  }

  sendOptions();

  return {
    hear,
    refuse,
    train: () => {
      begin('train');
    },
    pause: () => void client.send({ kind: 'pause' }),
    step: () => {
      begin('step');
    },
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
      else names.wantNow();
    },
    setSpeed(speed) {
      change({ speed });
      sendOptions();
    },
    setSampler(sampler) {
      change({ sampler });
      names.wantNow();
    },
    newNameSeed() {
      const [word] = crypto.getRandomValues(new Uint32Array(1));
      change({ nameSeed: word ?? 0 });
      names.wantNow();
    },
    loadFile: (file) => {
      load(file.name, file);
    },
    loadText: (text, title) => {
      load(title, text);
    },
    loadBundled: () => void loadBundled(),
    cancelLoad() {
      client.send({ kind: 'cancel-load' });
      store.change({ loading: null });
    },
    dismissFailure: () => {
      store.change({ failure: null });
    },
    setWord(word) {
      wordIsOwn = true;
      store.change({ word });
      askScore();
    },
    point(cell) {
      const now = store.state.cell;
      if (now?.from === cell?.from && now?.to === cell?.to) return;
      store.change({ cell });
    },
  };
}
