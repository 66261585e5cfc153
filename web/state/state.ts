// All that the page shows, as one value, and how each reply of the worker changes it. Pure.
import type { LinkedList } from '../links/link.ts';
import type {
  CountedList,
  CountModel,
  PastRun,
  Problem,
  Reply,
  SampledNames,
  TrainingState,
  WordScore,
} from '../messages/protocol.ts';
import { defaults } from './settings.ts';
import type { Settings } from './settings.ts';
import { studioDefaults } from './studio-defaults.ts';
import type { StudioSettings } from './studio-defaults.ts';
import { plainView } from './view.ts';
import type { View } from './view.ts';

/** A cell of both tables: the pair from -> to, as token ids. */
export interface Cell {
  from: number;
  to: number;
}

/** A list that is being read. */
export interface Loading {
  id: number;
  title: string;
  bytes: number;
  total: number;
}

/** A seek or replay that takes longer than a moment. */
export interface Seeking {
  id: number;
  step: number;
  target: number;
}

/** The typed word under both models. */
export interface Score {
  counted: WordScore;
  learned: WordScore;
}

/** A problem, and what it was with. */
export interface Failure extends Problem {
  /** What was being read, where the failure is about a list. */
  title: string;
}

/** All that the page shows. */
export interface State {
  settings: Settings;
  version: string | null;
  /** Why there is no worker, and none is started by itself. */
  crash: string | null;
  loading: Loading | null;
  failure: Failure | null;
  list: CountedList | null;
  /** How a link calls the list; null until that is known. */
  origin: LinkedList | null;
  /** BCP 47; empty where the names are of many languages, or it is not known. */
  language: string;
  /** The place, as a link, before the list was read in another way. */
  before: string | null;
  counted: CountModel | null;
  run: TrainingState | null;
  /** Newest first. */
  pastRuns: PastRun[];
  seeking: Seeking | null;
  names: SampledNames | null;
  word: string;
  /** Typed, not the page's choice: it stays, even where a new list cannot spell it. */
  wordIsOwn: boolean;
  score: Score | null;
  wordProblem: string | null;
  cell: Cell | null;
  view: View;
  studio: StudioSettings;
  station: string | null;
}

/** Before the worker has said anything. */
export const initialState: State = {
  settings: defaults,
  version: null,
  crash: null,
  loading: null,
  failure: null,
  list: null,
  origin: null,
  language: '',
  before: null,
  counted: null,
  run: null,
  pastRuns: [],
  seeking: null,
  names: null,
  word: '',
  wordIsOwn: false,
  score: null,
  wordProblem: null,
  cell: null,
  view: plainView,
  studio: studioDefaults,
  station: null,
};

const doneLoading = (state: State, id: number): Loading | null =>
  state.loading?.id === id ? null : state.loading;

/** What changes in `state` when `reply` comes. */
export function changesFrom(state: State, reply: Reply): Partial<State> {
  switch (reply.kind) {
    case 'alive':
      return {};
    case 'ready':
      return { version: reply.version };
    case 'loading': {
      // A load that was given up for a newer one may still have news under way.
      if (state.loading?.id !== reply.id) return {};
      const { id, title, bytes, total } = reply;
      return { loading: { id, title, bytes, total } };
    }
    case 'loaded': {
      const { list, counted, run } = reply;
      return {
        loading: doneLoading(state, reply.id),
        failure: null,
        list,
        origin: null,
        language: '',
        before: null,
        counted,
        run,
        pastRuns: [],
        seeking: null,
        names: null,
        score: null,
        wordProblem: null,
        cell: null,
      };
    }
    case 'load-cancelled':
      return { loading: doneLoading(state, reply.id) };
    case 'counted':
      return { counted: reply.counted };
    case 'progress':
      return { run: reply.run };
    case 'past-runs':
      return { pastRuns: reply.runs };
    case 'seeking': {
      const { id, step, target } = reply;
      return { seeking: { id, step, target } };
    }
    case 'sought':
    case 'seek-cancelled':
      return state.seeking?.id === reply.id ? { seeking: null } : {};
    case 'answered':
    case 'identified':
      // Whoever asked has the answer from the controller.
      return {};
    case 'names':
      return { names: reply.names };
    case 'scored':
      return { score: { counted: reply.counted, learned: reply.learned }, wordProblem: null };
    case 'failed':
      if (reply.problem.about === 'score') {
        return { score: null, wordProblem: reply.problem.message };
      }
      if (reply.problem.about === 'question' || reply.problem.about === 'file') return {};
      return {
        loading: doneLoading(state, reply.id),
        seeking: state.seeking?.id === reply.id ? null : state.seeking,
        failure: { ...reply.problem, title: reply.title },
      };
    case 'crashed':
      return {
        loading: null,
        seeking: null,
        run: state.run === null ? null : { ...state.run, training: false },
      };
    default: {
      const unknown: never = reply;
      throw new Error(`Unknown reply: ${JSON.stringify(unknown)}`);
    }
  }
}
