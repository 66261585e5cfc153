// One list with its two models. Owns every core object it holds and deletes each exactly once.
// Knows nothing of messages or time.
import { plainReading } from '../lists/reading.ts';
import type {
  CountedList,
  CountModel,
  ModelOptions,
  Reading,
  SampledNames,
  SamplerKind,
  TrainingState,
  UntrainedKind,
  WordScore,
} from '../messages/protocol.ts';
import type { Model } from '../messages/questions.ts';
import { namesOf, scoreOf } from './borrow.ts';
import type { Core, Corpus, ModelTraining, Table, Trainer } from './core.ts';
import type { Snapshot } from './snapshots.ts';
import type { RunSettings } from './timeline.ts';
import { asRead } from './unicode.ts';

/** A table may never reach the boundary; a name is cut here. */
export const lengthLimit = 1000;

/** Which names are drawn. */
export interface DrawOptions {
  count: number;
  seed: number;
  sampler: SamplerKind;
  untrained: UntrainedKind;
}

/** What is told of the learned model at a step. */
export type Evaluation = Pick<TrainingState, 'loss' | 'dataLoss' | 'probabilities' | 'divergence'>;

/** A list with its models. */
export class Session {
  readonly core: Core;
  /** Core objects are lent to whoever reads them; the session alone changes and deletes them. */
  readonly corpus: Corpus;
  counted: Table;
  trainer: Trainer;
  private readonly reading: Reading;
  private readonly title: string;
  private readonly optimumLoss: number;
  private weightsSeed: number;
  private readonly belongings: { delete(): void }[] = [];
  /** Another number whenever the table of a model is another. */
  private readonly revisions = { counted: 0, learned: 0 };

  /**
   * Takes over the corpus: it is deleted with the session, or here if anything fails. A model file
   * says where its training stands.
   */
  constructor(
    core: Core,
    corpus: Corpus,
    title: string,
    options: ModelOptions,
    training: ModelTraining | null = null,
    reading = plainReading,
  ) {
    this.core = core;
    this.corpus = corpus;
    this.title = title;
    this.reading = reading;
    let optimum: Table | undefined;
    let counted: Table | undefined;
    try {
      optimum = core.countModel(corpus, 0);
      this.optimumLoss = optimum.loss(corpus);
      counted = core.countModel(corpus, options.smoothing);
      this.counted = counted;
      this.weightsSeed = training?.seed ?? options.weightsSeed;
      this.trainer = new core.Trainer(corpus, this.weightsSeed);
      if (training !== null) this.trainer.restore(training.weights, training.step);
    } catch (error) {
      counted?.delete();
      corpus.delete();
      throw error;
    } finally {
      optimum?.delete();
    }
  }

  dispose(): void {
    for (const object of this.belongings) object.delete();
    this.trainer.delete();
    this.counted.delete();
    this.corpus.delete();
  }

  /** Deletes an object with the session. */
  keep(object: { delete(): void }): void {
    this.belongings.push(object);
  }

  revision(model: Model): number {
    return this.revisions[model];
  }

  list(): CountedList {
    const { names, distinctNames, shortest, longest, skipped, bytes } = this.corpus.report();
    const alphabet = Array.from(this.corpus.alphabet());
    return {
      title: this.title,
      reading: this.reading,
      report: { names, distinctNames, shortest, longest, skipped, bytes },
      namesKnown: this.core.namesKnown(this.corpus),
      alphabet,
      counts: this.corpus.counts(),
      bigrams: this.corpus.bigrams(),
      uniformLoss: Math.log(alphabet.length),
      optimumLoss: this.optimumLoss,
    };
  }

  countModel(smoothing: number): CountModel {
    return {
      smoothing,
      loss: this.counted.loss(this.corpus),
      probabilities: this.counted.probabilities(),
    };
  }

  /** The old table stays if the core refuses the new smoothing. */
  smooth(smoothing: number): void {
    const next = this.core.countModel(this.corpus, smoothing);
    this.counted.delete();
    this.counted = next;
    this.revisions.counted += 1;
  }

  startOver(weightsSeed: number): void {
    const next = new this.core.Trainer(this.corpus, weightsSeed);
    this.trainer.delete();
    this.trainer = next;
    this.revisions.learned += 1;
    this.weightsSeed = weightsSeed;
  }

  run(steps: number, { learningRate, l2 }: RunSettings): void {
    this.revisions.learned += 1;
    this.trainer.run(steps, learningRate, l2);
  }

  /** A copy of the weights. */
  snapshot(): Snapshot {
    return { step: this.step, weights: this.trainer.weights() };
  }

  restore({ step, weights }: Snapshot): void {
    this.revisions.learned += 1;
    this.trainer.restore(weights, step);
  }

  get step(): number {
    return this.trainer.steps();
  }

  loss(l2: number): number {
    return this.trainer.loss(l2);
  }

  /** The learned table, its losses, and how far each row of the counted one is from it, in nats. */
  evaluate(l2: number): Evaluation {
    const { loss, dataLoss, table } = this.trainer.evaluate(l2);
    return this.with(table, () => ({
      loss,
      dataLoss,
      probabilities: table.probabilities(),
      divergence: this.core.divergence(this.counted, table),
    }));
  }

  sample({ count, seed, sampler, untrained }: DrawOptions): SampledNames {
    const wanted = { count, seed, sampler, lengthLimit };
    const draw = (table: Table) => namesOf(this.core, this.corpus, table, wanted);
    return {
      seed,
      sampler,
      step: this.step,
      lengthLimit,
      untrainedKind: untrained,
      untrained: this.withUntrained(untrained, draw),
      counted: draw(this.counted),
      learned: this.withLearned(draw),
    };
  }

  /** A word of the user's, as the list's names were read. */
  asRead(word: string): string {
    return asRead(word, this.reading.foldsCase);
  }

  score(typed: string): { counted: WordScore; learned: WordScore } {
    const word = this.asRead(typed);
    const read = (table: Table) => scoreOf(this.core, this.corpus, table, word);
    return { counted: read(this.counted), learned: this.withLearned(read) };
  }

  withLearned<T>(use: (table: Table) => T): T {
    return this.with(this.trainer.table(), use);
  }

  private withUntrained<T>(kind: UntrainedKind, use: (table: Table) => T): T {
    if (kind === 'uniform') return this.with(this.core.uniformModel(this.corpus), use);
    const initial = new this.core.Trainer(this.corpus, this.weightsSeed);
    try {
      return this.with(initial.table(), use);
    } finally {
      initial.delete();
    }
  }

  private with<T>(table: Table, use: (table: Table) => T): T {
    try {
      return use(table);
    } finally {
      table.delete();
    }
  }
}
