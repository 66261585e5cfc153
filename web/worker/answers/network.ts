// Answers about the network: the forward pass, one slope, weights beside counts, a table made flat.
import type { Asked, Told } from '../../messages/questions.ts';
import { owning, scoreOf } from '../borrow.ts';
import type { Subject } from '../questions.ts';

/** The forward pass of a word, pair by pair. */
export function forward({ word }: Asked<'forward'>, { session }: Subject): Told<'forward'> {
  const { core, corpus, trainer } = session;
  return owning((own) => {
    const table = own(trainer.table());
    const probabilities = table.probabilities();
    const weights = trainer.weights();
    const size = corpus.alphabet().length;
    const score = scoreOf(core, corpus, table, word);
    const steps = score.bigrams.map(({ fromToken: from, toToken: to, loss }) => {
      const logits = weights.slice(from * size, (from + 1) * size);
      const exps = Float64Array.from(logits, (logit) => core.exp(logit));
      const sum = core.rowSums(exps, size)[0] ?? 0;
      const row = probabilities.slice(from * size, (from + 1) * size);
      return { from, to, logits, exps, sum, probabilities: row, loss };
    });
    return { about: 'forward', weights, steps, loss: score.loss };
  });
}

/** The gradient of one weight beside its difference quotient, and the step it leads to. */
export function slope(
  { row, column, h, learningRate, l2 }: Asked<'slope'>,
  { session, options }: Subject,
): Told<'slope'> {
  const { core, corpus, trainer } = session;
  return owning((own) => {
    const at = row * corpus.alphabet().length + column;
    const weights = trainer.weights();
    const twin = own(new core.Trainer(corpus, options.weightsSeed));
    twin.restore(weights, trainer.steps());
    twin.run(1, learningRate, l2);
    return {
      about: 'slope',
      weight: weights[at] ?? 0,
      gradient: core.gradient(trainer, l2)[at] ?? 0,
      quotient: core.differenceQuotient(trainer, row, column, l2, h),
      next: twin.weights()[at] ?? 0,
      loss: trainer.loss(l2),
      nextLoss: twin.loss(l2),
    };
  });
}

/** The weights beside the logarithms of the counts. */
export function logCounts({ session }: Subject): Told<'log-counts'> {
  const { core, corpus, trainer } = session;
  const weights = trainer.weights();
  const compared = core.logCounts(corpus, weights);
  return { about: 'log-counts', weights, ...compared, step: trainer.steps() };
}

/** Multiplications that an answer may cost: some tens of milliseconds. */
const flattenCost = 1e7;
const mostSteps = 10_000;
const usualRate = 50;

/** A row of the counted table under smoothing, beside the learned one under L2. */
export function flatten(
  { smoothing, l2, row }: Asked<'flatten'>,
  { session, options }: Subject,
): Told<'flatten'> {
  const { core, corpus } = session;
  return owning((own) => {
    const size = corpus.alphabet().length;
    const cells = size * size;
    const steps = Math.max(100, Math.min(mostSteps, Math.floor(flattenCost / cells)));
    // Above 2 / curvature, descent overshoots. A row's softmax curves by at most half its share of the bigrams.
    const largestShare = Math.max(...core.rowSums(corpus.counts(), size)) / corpus.bigrams();
    const curvature = largestShare / 2 + (2 * l2) / cells;
    const learningRate = Math.min(usualRate, 1.9 / curvature);
    const trainer = own(new core.Trainer(corpus, options.weightsSeed));
    trainer.run(steps, learningRate, l2);
    const counted = own(core.countModel(corpus, smoothing));
    const learned = own(trainer.table());
    const part = (all: Float64Array) => all.slice(row * size, (row + 1) * size);
    return {
      about: 'flatten',
      counted: part(counted.probabilities()),
      learned: part(learned.probabilities()),
      countedLoss: counted.loss(corpus),
      learnedLoss: learned.loss(corpus),
      steps,
    };
  });
}
