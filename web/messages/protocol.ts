// The messages between the page and its worker. Types only: nothing here exists at run time.
// Every request carries an id; the reply that answers it carries the same one.
import type { Answer, Question } from './questions.ts';
import type { BlendSource, ModelSource } from './studio-questions.ts';

/** How a letter is drawn; the core's sampler.hpp has the three algorithms. */
export type SamplerKind = 'cdf' | 'race' | 'mkl';

/** Which table stands for a model that has seen nothing: all equal, or the starting weights. */
export type UntrainedKind = 'uniform' | 'initial';

/** Steps in one sixtieth of a second, or as many as the machine can take. */
export type Speed = number | 'unlimited';

/** What training and counting depend on; drawing names has its own seed and sampler. */
export interface ModelOptions {
  learningRate: number;
  l2: number;
  smoothing: number;
  /** The seed of the starting weights. A new one starts training over. */
  weightsSeed: number;
  speed: Speed;
}

/** What training does from this step on. */
export interface RunChange {
  step: number;
  learningRate: number;
  l2: number;
}

/** A run that is over, or the part of it that was trained again in another way. */
export interface PastRun {
  weightsSeed: number;
  /** The first is at step 0: what the run began with. */
  changes: RunChange[];
  lastStep: number;
  historySteps: Float64Array;
  historyLosses: Float64Array;
}

/** A list known by its counts only: row-major, a row and a column for the boundary and each character. */
export interface CountsSource {
  from: 'counts';
  /** The alphabet without the boundary, sorted by code point. */
  characters: string;
  counts: Float64Array;
  figures: { names: number; distinctNames: number; shortest: number; longest: number };
}

/** Which columns of records hold what, counted from 0. */
export interface RecordColumns {
  separator: ',' | '\t' | ';' | '|';
  /** Whether the first record names the columns. */
  header: boolean;
  names: number;
  /** Whole numbers: how often each name counts. */
  weight: number | null;
}

/** What the user chose about how a list is read. Nothing: by itself, one name a line. */
export interface Reading {
  windows1252: boolean;
  records: RecordColumns | null;
  foldsCase: boolean;
  /** Every name counts once. */
  once: boolean;
}

/** What a list can be read from. */
export type ListSource = (
  | { from: 'file'; file: File }
  | { from: 'text'; text: string }
  | CountsSource
  | BlendSource
  | ModelSource
) & {
  /** Nothing: as usual. Only files and texts of names are read. */
  reading?: Reading;
};

/** What the page asks of the worker. */
export type Request =
  | { kind: 'load'; id: number; title: string; source: ListSource }
  | { kind: 'cancel-load'; id: number }
  | { kind: 'options'; id: number; options: ModelOptions }
  | { kind: 'train'; id: number }
  | { kind: 'pause'; id: number }
  | { kind: 'step'; id: number; count: number }
  | { kind: 'reset'; id: number }
  /** Goes to a step already reached, and takes the learning rate and the L2 weight of that moment. */
  | { kind: 'seek'; id: number; step: number }
  /** Starts over and takes every step of a run again, up to `lastStep`, then goes to `step`. */
  | { kind: 'replay'; id: number; changes: RunChange[]; lastStep: number; step: number }
  /** Gives up a long seek, which leads back to where it began, or a replay, which stays where it is. */
  | { kind: 'cancel-seek'; id: number }
  | {
      kind: 'sample';
      id: number;
      count: number;
      seed: number;
      sampler: SamplerKind;
      untrained: UntrainedKind;
    }
  | { kind: 'score'; id: number; word: string }
  | { kind: 'ask'; id: number; question: Question }
  /** The SHA-256 of a file, whether it is a list or not. */
  | { kind: 'identify'; id: number; file: Blob }
  /** The page has drawn this progress message; the worker may send the next. */
  | { kind: 'drawn'; id: number; sequence: number };

/** A request before the client has numbered it. */
export type RequestBody = Request extends infer R
  ? R extends { id: number }
    ? Omit<R, 'id'>
    : never
  : never;

/** What was found while the list was read. */
export interface ListReport {
  names: number;
  /** Null, as the lengths, where a model file or a blend with one does not tell, or there are too many. */
  distinctNames: number | null;
  /** Lengths are in code points. */
  shortest: number | null;
  longest: number | null;
  /** Lines passed over that were not blank. */
  skipped: number;
  bytes: number;
}

/** A counted list. Tables are row-major, V x V, indexed by token id; id 0 is the boundary. */
export interface CountedList {
  title: string;
  report: ListReport;
  /** Whether the names themselves were read: nothing can be said of them where only counts came. */
  namesKnown: boolean;
  /** As it was read. */
  reading: Reading;
  alphabet: string[];
  counts: Float64Array;
  bigrams: number;
  /** ln V: what a model that knows nothing loses, in nats. */
  uniformLoss: number;
  /** The loss of the unsmoothed count model: no bigram model loses less on this list. */
  optimumLoss: number;
}

/** The counted model: its loss in nats a bigram and its table, row by row. */
export interface CountModel {
  smoothing: number;
  loss: number;
  probabilities: Float64Array;
}

/**
 * Where training stands. The history is thinned, oldest first, and begins at the first step; after a
 * seek it still goes on to `lastStep`, until training goes on from the earlier step and so cuts it off.
 */
export interface TrainingState {
  sequence: number;
  training: boolean;
  step: number;
  /** The furthest step reached. */
  lastStep: number;
  /** Any step from here on may be gone to: 0, or where a model file stood, whose past is not known. */
  firstStep: number;
  weightsSeed: number;
  /** Ascending; the first is at step 0. A setting that no step was taken with is not in it. */
  changes: RunChange[];
  /** With the L2 term, as the history is. */
  loss: number;
  /** Without it. */
  dataLoss: number;
  stepsPerSecond: number;
  probabilities: Float64Array;
  /** KL(counted || learned) of each row, in nats. */
  divergence: Float64Array;
  historySteps: Float64Array;
  historyLosses: Float64Array;
}

/** A name that was drawn, and whether it was cut for its length. */
export interface SampledName {
  name: string;
  /** True where the length limit was reached before the boundary. */
  cut: boolean;
}

/** Names of every model from the same random numbers. */
export interface SampledNames {
  seed: number;
  sampler: SamplerKind;
  step: number;
  lengthLimit: number;
  untrainedKind: UntrainedKind;
  untrained: SampledName[];
  counted: SampledName[];
  learned: SampledName[];
}

/** One pair of a name, and what it costs in nats. */
export interface BigramScore {
  from: string;
  to: string;
  fromToken: number;
  toToken: number;
  probability: number;
  loss: number;
}

/** What a model says of a word, in nats a pair and pair by pair. */
export interface WordScore {
  word: string;
  loss: number;
  bigrams: BigramScore[];
}

/** An expected failure, in the core's own words. Line and column are 0 where no place applies. */
export interface Problem {
  about: 'load' | 'link' | 'options' | 'training' | 'names' | 'score' | 'question' | 'file';
  message: string;
  line: number;
  column: number;
  /** Reading the bytes as Windows-1252 would do. */
  notUtf8?: boolean;
}

/** What the worker tells the page. */
export type Reply =
  /** The worker's lock is held, and comes free when it ends. */
  | { kind: 'alive' }
  | { kind: 'ready'; version: string }
  | { kind: 'loading'; id: number; title: string; bytes: number; total: number }
  /** A new list and both models, all at once: there is no moment with half of each. */
  | { kind: 'loaded'; id: number; list: CountedList; counted: CountModel; run: TrainingState }
  | { kind: 'load-cancelled'; id: number }
  | { kind: 'counted'; id: number; counted: CountModel }
  | { kind: 'progress'; run: TrainingState }
  /** The last runs that are over, newest first. None after a new list. */
  | { kind: 'past-runs'; runs: PastRun[] }
  /** A seek that takes longer than a moment. */
  | { kind: 'seeking'; id: number; step: number; target: number }
  /** A seek or replay is over: the settings that hold at the step arrived at. */
  | { kind: 'sought'; id: number; step: number; learningRate: number; l2: number }
  | { kind: 'seek-cancelled'; id: number }
  | { kind: 'names'; id: number; names: SampledNames }
  | { kind: 'scored'; id: number; counted: WordScore; learned: WordScore }
  | { kind: 'answered'; id: number; answer: Answer }
  | { kind: 'identified'; id: number; sha256: string }
  | { kind: 'failed'; id: number; title: string; problem: Problem }
  /** A bug or an accident, not a bad input: this worker cannot go on. */
  | { kind: 'crashed'; message: string };
