// Answers about a table of probabilities: words, draws, likelihoods, and the broadcasting trap.
import type { Asked, DrawnLetter, Told } from '../../messages/questions.ts';
import { namesOf, owning, scoreOf } from '../borrow.ts';
import type { Subject } from '../questions.ts';

/** A word, pair by pair, under every table that a lesson shows. */
export function word(
  { word, smoothing }: Asked<'word'>,
  { session, options }: Subject,
): Told<'word'> {
  const { core, corpus, counted, trainer } = session;
  return owning((own) => {
    const start = own(new core.Trainer(corpus, options.weightsSeed));
    const [sum] = core.likelihoods(corpus, counted, [word]);
    return {
      about: 'word',
      counted: scoreOf(core, corpus, counted, word),
      learned: scoreOf(core, corpus, own(trainer.table()), word),
      smoothed: scoreOf(core, corpus, own(core.countModel(corpus, smoothing)), word),
      unsmoothed: scoreOf(core, corpus, own(core.countModel(corpus, 0)), word),
      untrained: scoreOf(core, corpus, own(start.table()), word),
      product: sum?.product ?? 1,
      logLikelihood: sum?.logLikelihood ?? 0,
    };
  });
}

/** Names of the table whose columns were normalised, beside those of the right one. */
export function trap(
  { seed, sampler, names: count }: Asked<'trap'>,
  { session }: Subject,
): Told<'trap'> {
  const { core, corpus } = session;
  return owning((own) => {
    const counted = own(core.countModel(corpus, 0));
    const trapped = own(core.dividedByColumnTotals(corpus));
    const renormalised = own(core.normalisedRows(trapped));
    const size = corpus.alphabet().length;
    const wanted = { count, seed, sampler, lengthLimit: 60 };
    const probabilities = trapped.probabilities();
    return {
      about: 'trap',
      rowSums: core.rowSums(probabilities, size),
      countedRowSums: core.rowSums(counted.probabilities(), size),
      probabilities,
      countedLoss: counted.loss(corpus),
      loss: trapped.loss(corpus),
      renormalisedLoss: renormalised.loss(corpus),
      counted: namesOf(core, corpus, counted, wanted),
      trapped: namesOf(core, corpus, trapped, wanted),
    };
  });
}

const copy = ({ context, token, uniform, below, upto }: DrawnLetter): DrawnLetter => ({
  context,
  token,
  uniform,
  below,
  upto,
});

/** The draws of one name. */
export function draws({ model, seed, skip }: Asked<'draws'>, { session }: Subject): Told<'draws'> {
  const { core, counted, trainer } = session;
  return owning((own) => {
    const table = model === 'counted' ? counted : own(trainer.table());
    return { about: 'draws', draws: Array.from(core.draws(table, seed, skip), copy) };
  });
}

/** The next letter behind a beginning. */
export function letter(
  { word, seed, skip }: Asked<'letter'>,
  { session }: Subject,
): Told<'letter'> {
  const { core, corpus, counted } = session;
  // The last pair of a scored word leads from its last letter to the boundary.
  const last = scoreOf(core, corpus, counted, word).bigrams.at(-1)?.fromToken ?? 0;
  return { about: 'letter', draw: copy(core.drawAfter(counted, seed, skip, last)) };
}

/** How the probabilities of drawn names multiply, and their logarithms add up. */
export function likelihood(
  { seed, names: count }: Asked<'likelihood'>,
  { session }: Subject,
): Told<'likelihood'> {
  const { core, corpus, counted } = session;
  const wanted = { count, seed, sampler: 'cdf', lengthLimit: 60 } as const;
  const names = namesOf(core, corpus, counted, wanted).map(({ name }) => name);
  const sums = core.likelihoods(corpus, counted, names);
  return {
    about: 'likelihood',
    steps: names.map((name, i) => ({
      name,
      bigrams: sums[i]?.bigrams ?? 0,
      product: sums[i]?.product ?? 1,
      logLikelihood: sums[i]?.logLikelihood ?? 0,
    })),
  };
}

/** Two letters, each seen so often behind another: their probabilities and losses. */
export function twoLetters(
  { first, second }: Asked<'two-letters'>,
  { session: { core } }: Subject,
): Told<'two-letters'> {
  const figures = { names: 1, distinctNames: 1, shortest: 1, longest: 1 };
  // Rows and columns: the boundary, a, b, n. Only the row of a is looked at; no row may be empty.
  const list = (intoN: number, intoB: number, others: number) => {
    const row = (value: number) => [value, 0, 0, 0];
    const counts = [...row(others), 0, 0, intoB, intoN, ...row(others), ...row(others)];
    return core.corpusOfCounts('abn', Float64Array.from(counts), figures);
  };
  return owning((own) => {
    const table = own(core.countModel(own(list(first, second, 1)), 0));
    const loss = (n: number, b: number) => table.loss(own(list(n, b, 0)));
    const probabilities = table.probabilities();
    return {
      about: 'two-letters',
      probabilities: [probabilities[7] ?? 0, probabilities[6] ?? 0],
      losses: [loss(1, 0), loss(0, 1)],
      mean: loss(1, 1),
      meanOfAll: loss(first, second),
    };
  });
}
