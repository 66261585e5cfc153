// What the lesson asks of the core, and what it is told. Types only. Each question has an answer of
// the same `about`; web/worker/questions.ts answers it. Rows and tables are those of the protocol.
import type { StudioAnswer, StudioQuestion } from './studio-questions.ts';
import type { ListReport, RecordColumns, SampledName, SamplerKind, WordScore } from './protocol.ts';

/** Which of the two models. */
export type Model = 'counted' | 'learned';

/** What can be asked. */
export type Question =
  | StudioQuestion
  | { about: 'fingerprint' }
  /** One name under every table that a lesson speaks of. */
  | { about: 'word'; word: string; smoothing: number }
  /** Dividing by the column totals instead of the row totals. */
  | { about: 'trap'; seed: number; sampler: SamplerKind; names: number }
  | { about: 'draws'; model: Model; seed: number; skip: number }
  /** Predict, sample, append: one more letter after a word. */
  | { about: 'letter'; word: string; seed: number; skip: number }
  /** Names drawn from the counted table, and what they are worth together after each. */
  | { about: 'likelihood'; seed: number; names: number }
  /** After one letter, another came so often, and a third so often: nothing else is known. */
  | { about: 'two-letters'; first: number; second: number }
  | { about: 'forward'; word: string }
  | { about: 'slope'; row: number; column: number; h: number; learningRate: number; l2: number }
  | { about: 'log-counts' }
  | { about: 'timing' }
  | { about: 'flatten'; smoothing: number; l2: number; row: number }
  | { about: 'ladder' }
  | { about: 'lecture'; seed: number }
  | { about: 'rate'; learningRate: number; seed: number }
  | { about: 'unseen' }
  | { about: 'tiny'; names: number; seed: number; smoothing: number }
  | { about: 'duplicates'; seed: number; names: number }
  /** All that was found when the list was read. */
  | { about: 'report' };

/** Lines that were passed over: all of them counted, the first few by number. */
export interface SkippedLines {
  count: number;
  first: number[];
}

/** What lines that look like records seem to be. */
export interface RecordPreview extends RecordColumns {
  columns: number;
  /** The first few, a header included. */
  rows: string[][];
}

/** Everything that was found when the list was read. */
export interface FullReport extends Pick<ListReport, 'names' | 'bytes'> {
  /** At least, where `distinctExact` is false. */
  distinctNames: number;
  distinctExact: boolean;
  shortest: number;
  longest: number;
  shortestName: string;
  longestName: string;
  /** lengths[n] names have n characters. */
  lengths: number[];
  /** Characters that occur once. */
  lone: { character: string; line: number }[];
  blank: SkippedLines;
  control: SkippedLines;
  zeroWeight: SkippedLines;
  lines: number;
  encoding: string;
  /** Where a list that was read line by line looks like records. */
  records: RecordPreview | null;
  /** Names that begin with a capital, and with a small letter that has one. */
  capital: number;
  small: number;
  /** Distinct names less, if case were folded; null where that is not known. */
  onlyCase: number | null;
}

/** One letter of a name, with the number that chose it. */
export interface DrawnLetter {
  context: number;
  token: number;
  /** In [0, 1); it fell between the running sums `below` and `upto`. */
  uniform: number;
  below: number;
  upto: number;
}

/** One example on its way through the network. */
export interface ForwardStep {
  from: number;
  to: number;
  logits: Float32Array;
  exps: Float64Array;
  sum: number;
  probabilities: Float64Array;
  loss: number;
}

/** A point of a loss curve, the loss in nats a bigram. */
export interface LearningPoint {
  step: number;
  loss: number;
}

/** One of two ways to count a list. */
export interface CountedWay {
  names: number;
  bigrams: number;
  loss: number;
  /** The loss of this way's table on the list as it is loaded. */
  lossOnList: number;
  drawn: SampledName[];
}

/** What can be answered. */
export type Answer =
  | StudioAnswer
  | { about: 'fingerprint'; step: number; fingerprint: string }
  | {
      about: 'word';
      counted: WordScore;
      learned: WordScore;
      /** Smoothing as the question has it. */
      smoothed: WordScore;
      unsmoothed: WordScore;
      untrained: WordScore;
      /** Of all its pairs, under the counted table. */
      product: number;
      logLikelihood: number;
    }
  | {
      about: 'trap';
      probabilities: Float64Array;
      rowSums: Float64Array;
      countedRowSums: Float64Array;
      countedLoss: number;
      loss: number;
      renormalisedLoss: number;
      counted: SampledName[];
      trapped: SampledName[];
    }
  | { about: 'draws'; draws: DrawnLetter[] }
  | { about: 'letter'; draw: DrawnLetter }
  | {
      about: 'likelihood';
      steps: { name: string; bigrams: number; product: number; logLikelihood: number }[];
    }
  | {
      about: 'two-letters';
      probabilities: [number, number];
      losses: [number, number];
      /** Over the two pairs, each once. */
      mean: number;
      /** Over all that was counted. */
      meanOfAll: number;
    }
  | { about: 'forward'; weights: Float32Array; steps: ForwardStep[]; loss: number }
  | {
      about: 'slope';
      weight: number;
      gradient: number;
      quotient: number;
      /** After one step of gradient descent, all weights together. */
      next: number;
      loss: number;
      nextLoss: number;
    }
  | {
      about: 'log-counts';
      weights: Float32Array;
      logCounts: Float64Array;
      shiftedWeights: Float64Array;
      constants: Float64Array;
      largestGap: number;
      step: number;
    }
  | {
      about: 'timing';
      /** 'list': the list's own bytes. 'drawn': as many names drawn from the counted table. */
      bytesFrom: 'list' | 'drawn';
      names: number;
      bytes: number;
      readMs: number;
      divideMs: number;
      steps: number;
      trainMs: number;
      /** How near training came to the loss of the counts, in nats. */
      gap: number;
    }
  | {
      about: 'flatten';
      counted: Float64Array;
      learned: Float64Array;
      countedLoss: number;
      learnedLoss: number;
      steps: number;
    }
  | { about: 'ladder'; uniform: number; singleLetters: number; bigram: number }
  | {
      about: 'lecture';
      seen: number;
      loss: number;
      smoothedLoss: number;
      /** The smoothed loss, summed in float32; null where the list is too long for it. */
      float32Loss: number | null;
      untrainedLoss: number;
      untrainedEmma: number | null;
      smoothedAndrejq: number | null;
      names: Record<SamplerKind, string[]>;
    }
  | { about: 'rate'; points: LearningPoint[]; stopped: string | null; drawn: SampledName[] }
  | {
      about: 'unseen';
      from: number;
      to: number;
      word: string;
      losses: { smoothing: number; loss: number }[];
    }
  | { about: 'unseen'; from: null }
  | {
      about: 'tiny';
      chosen: string[];
      lossOnChosen: number;
      lossOnList: number;
      smoothedLossOnList: number;
      drawn: SampledName[];
      /** How many of the drawn names are among the chosen. */
      copies: number;
    }
  | { about: 'duplicates'; kept: CountedWay; removed: CountedWay }
  | { about: 'duplicates'; kept: null; why: 'counts' | 'size' }
  | { about: 'report'; report: FullReport };

/** The answer that belongs to a question. */
export type AnswerTo<Q extends Question> = Extract<Answer, { about: Q['about'] }>;

/** One question, and its answer, by what it is about. */
export type Asked<About extends Question['about']> = Extract<Question, { about: About }>;
/** The answer to a question about that. */
export type Told<About extends Answer['about']> = Extract<Answer, { about: About }>;
