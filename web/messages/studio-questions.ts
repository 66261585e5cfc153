// What the naming studio asks of the core, and what it is told. Types only. As in questions.ts, each
// question has an answer of the same `about`. Lengths are in code points, losses in nats.
import type { Model } from './questions.ts';
import type { BigramScore, ListSource, SamplerKind } from './protocol.ts';

/** An empty string is no rule. Strings may overlap: `ana` starts with `an` and ends with `na`. */
export interface NameRules {
  startsWith: string;
  endsWith: string;
  contains: string[];
  notContains: string[];
  /** 0 or 1: any. */
  minLength: number;
  /** Null: as long as the model likes. */
  maxLength: number | null;
}

/** Where a request is set: the place to say why it cannot be. */
export type RequestField = keyof NameRules | 'temperature' | 'newOnly';

/** The table that a model ends as, tempered: P^(1 / temperature), rows divided by their sums. */
export interface StudioTable {
  /** The counted one comes smoothed as the page's settings have it. */
  model: Model;
  temperature: number;
}

/** In which order names are listed. */
export type NameOrder = 'drawn' | 'probability' | 'length' | 'alphabet';

/** Names that are asked for: the table, the rules, how many, from which seed. */
export interface NameRequest extends StudioTable {
  rules: NameRules;
  /** Never a name of the list. Refused where the list's names are not known. */
  newOnly: boolean;
  /** No name twice. */
  unique: boolean;
  /** 1 to 1,000. */
  count: number;
  order: NameOrder;
  seed: number;
  sampler: SamplerKind;
}

/** Whether a name is in the list; unknown where not all of its names are known. */
export type Standing = 'listed' | 'new' | 'unknown';

/**
 * What the list says of a name. Unknown and null where the list's names are not all known; the
 * percentile is then that of a sample, where there is one.
 */
export interface NameStanding {
  standing: Standing;
  /** A name of the list that one inserted, deleted or substituted letter makes of this one. */
  nearest: string | null;
  /** The share of the list's distinct names, or of the sample's, that the table gives less probability. */
  percentile: number | null;
}

/** A name that was drawn, its natural log probability and where it stands. */
export interface GeneratedName extends NameStanding {
  name: string;
  /** ln of the probability that the table draws exactly this name, its end included. */
  logProbability: number;
  /** True where the length limit was reached before the boundary. */
  cut: boolean;
}

/**
 * How many names stand for the list's in shares and histograms: a random sample, drawn while the list
 * was read, repeats included. 0 where all distinct names are known, or none.
 */
export type Sampled = number;

/** How the distinct names of the list, or its sample, lose under a table: mean -ln P over a name's pairs. */
export interface LossHistogram {
  /** Equal bins: the first begins at `from`, each is `width` wide. All names are in one of them. */
  from: number;
  width: number;
  counts: number[];
}

/** What the studio can ask. */
export type StudioQuestion =
  | ({ about: 'generate' } & NameRequest)
  /** A name as the table sees it, letter by letter. Fails on a character that the list lacks. */
  | ({ about: 'own-name'; name: string } & StudioTable)
  /** `model` is MODEL.json, with the network's weights; the others are the model's table, untempered. */
  | { about: 'export'; what: 'model' }
  | { about: 'export'; what: 'csv' | 'npy'; model: Model };

/** What it is told, of the same `about`. */
export type StudioAnswer =
  | {
      about: 'generate';
      refused: null;
      /** In the order asked for. Fewer than asked for only where `exhausted` says why. */
      names: GeneratedName[];
      sampled: Sampled;
      /** That a name drawn from the table keeps the string and length rules. */
      requestProbability: number;
      logRequestProbability: number;
      exhausted: string | null;
    }
  /** No name can be given. */
  | {
      about: 'generate';
      /** In the core's own words. */
      refused: string;
      /**
       * The rule to blame, and which of its strings (0 where it has but one): the first that cannot be
       * kept even alone, else the first without which the others can be, else null.
       */
      field: RequestField | null;
      index: number;
    }
  | ({
      about: 'own-name';
      name: string;
      /** Over all its pairs, the end included. Infinite where one of them has probability 0. */
      logProbability: number;
      /** Mean over its pairs. */
      loss: number;
      bigrams: BigramScore[];
      sampled: Sampled;
      /** Null where nothing is known of the list's names. */
      histogram: LossHistogram | null;
      /** The share of the list's distinct names, or of the sample's, that lose more a pair. */
      losesLessThan: number | null;
    } & NameStanding)
  | { about: 'export'; file: Blob };

/** One list in a blend: every name counts `weight` times. */
export interface BlendPart {
  title: string;
  /** A whole number from 1 to 1,000. */
  weight: number;
  source: ListSource;
}

/** Lists whose counts are added, for `ListSource`. The names are known where those of each are. */
export interface BlendSource {
  from: 'blend';
  parts: BlendPart[];
}

/**
 * A MODEL.json, for `ListSource`: refused with the reason unless docs/model-file.md holds. Training
 * stands where the file's does: seed, step, learning rate and L2 are told by the reply `loaded`.
 */
export interface ModelSource {
  from: 'model';
  file: File;
}
