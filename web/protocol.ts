// The messages between the page and its worker. Types only: nothing here exists at run time.
// Every request carries an id; the reply that answers it carries the same one.

export type SamplerKind = 'cdf' | 'race' | 'mkl';

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

export type ListSource = { from: 'file'; file: File } | { from: 'text'; text: string };

export type Request =
  | { kind: 'load'; id: number; title: string; source: ListSource }
  | { kind: 'cancel-load'; id: number }
  | { kind: 'options'; id: number; options: ModelOptions }
  | { kind: 'train'; id: number }
  | { kind: 'pause'; id: number }
  | { kind: 'step'; id: number; count: number }
  | { kind: 'reset'; id: number }
  | { kind: 'sample'; id: number; count: number; seed: number; sampler: SamplerKind }
  | { kind: 'score'; id: number; word: string }
  /** The page has drawn this progress message; the worker may send the next. */
  | { kind: 'drawn'; id: number; sequence: number };

/** A request before the client has numbered it. */
export type RequestBody = Request extends infer R
  ? R extends { id: number }
    ? Omit<R, 'id'>
    : never
  : never;

export interface ListReport {
  names: number;
  distinctNames: number;
  /** Lengths are in code points. */
  shortest: number;
  longest: number;
  blankLines: number;
  bytes: number;
}

/** A counted list. Tables are row-major, V x V, indexed by token id; id 0 is the boundary. */
export interface CountedList {
  title: string;
  report: ListReport;
  alphabet: string[];
  counts: Float64Array;
  bigrams: number;
  /** ln V: what a model that knows nothing loses, in nats. */
  uniformLoss: number;
  /** The loss of the unsmoothed count model: no bigram model loses less on this list. */
  optimumLoss: number;
}

export interface CountModel {
  smoothing: number;
  loss: number;
  probabilities: Float64Array;
}

/** Where training stands. The history is thinned, oldest first, and begins at step 0. */
export interface TrainingState {
  sequence: number;
  training: boolean;
  step: number;
  /** With the L2 term, as the history is. */
  loss: number;
  /** Without it. */
  dataLoss: number;
  stepsPerSecond: number;
  probabilities: Float64Array;
  historySteps: Float64Array;
  historyLosses: Float64Array;
}

export interface SampledName {
  name: string;
  /** True where the length limit was reached before the boundary. */
  cut: boolean;
}

export interface SampledNames {
  seed: number;
  sampler: SamplerKind;
  step: number;
  lengthLimit: number;
  counted: SampledName[];
  learned: SampledName[];
}

export interface BigramScore {
  from: string;
  to: string;
  fromToken: number;
  toToken: number;
  probability: number;
  loss: number;
}

export interface WordScore {
  word: string;
  loss: number;
  bigrams: BigramScore[];
}

/** An expected failure, in the core's own words. Line and column are 0 where no place applies. */
export interface Problem {
  about: 'load' | 'options' | 'training' | 'names' | 'score';
  message: string;
  line: number;
  column: number;
}

export type Reply =
  | { kind: 'ready'; version: string }
  | { kind: 'loading'; id: number; title: string; bytes: number; total: number }
  /** A new list and both models, all at once: there is no moment with half of each. */
  | { kind: 'loaded'; id: number; list: CountedList; counted: CountModel; run: TrainingState }
  | { kind: 'load-cancelled'; id: number }
  | { kind: 'counted'; id: number; counted: CountModel }
  | { kind: 'progress'; run: TrainingState }
  | { kind: 'names'; id: number; names: SampledNames }
  | { kind: 'scored'; id: number; counted: WordScore; learned: WordScore }
  | { kind: 'failed'; id: number; title: string; problem: Problem }
  /** A bug, not a bad input: the worker cannot go on. */
  | { kind: 'crashed'; message: string };
