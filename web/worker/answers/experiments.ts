// Answers of the experiments that try to break a model.
import { plainReading } from '../../lists/reading.ts';
import type { ListSource } from '../../messages/protocol.ts';
import type { Asked, CountedWay, LearningPoint, Told } from '../../messages/questions.ts';
import { namesOf, owning, scoreOf } from '../borrow.ts';
import type { Corpus } from '../core.ts';
import { readBytes } from '../load.ts';
import type { Subject } from '../questions.ts';

/** A list longer than this is not read a second time. */
export const largestReread = 16_000_000;

const watched = [0, 1, 2, 3, 5, 10, 20, 50, 100, 200];

/** Trains at one learning rate, and tells the loss after some of 200 steps. */
export function rate(
  { learningRate, seed }: Asked<'rate'>,
  { session, options }: Subject,
): Told<'rate'> {
  const { core, corpus } = session;
  return owning((own) => {
    const trainer = own(new core.Trainer(corpus, options.weightsSeed));
    const points: LearningPoint[] = [];
    let stopped: string | null = null;
    for (const step of watched) {
      try {
        trainer.run(step - trainer.steps(), learningRate, 0);
      } catch (error) {
        stopped = error instanceof Error ? error.message : String(error);
      }
      points.push({ step: trainer.steps(), loss: trainer.dataLoss() });
      if (stopped !== null) break;
    }
    const wanted = { count: 6, seed, sampler: 'cdf', lengthLimit: 30 } as const;
    const drawn = namesOf(core, corpus, own(trainer.table()), wanted);
    return { about: 'rate', points, stopped, drawn };
  });
}

/** Two common letters that never meet in the list, and what they cost under smoothing. */
export function unseen({ session }: Subject): Told<'unseen'> {
  const { core, corpus } = session;
  const alphabet = corpus.alphabet();
  const counts = corpus.counts();
  const size = alphabet.length;
  // Of the pairs never seen, one whose letters are common: the first is left often, the second too.
  const total = (token: number) => {
    let sum = 0;
    for (let i = 0; i < size; i += 1) sum += counts[token * size + i] ?? 0;
    return sum;
  };
  const totals = alphabet.map((_, token) => total(token));
  let best: { from: number; to: number; weight: number } | null = null;
  for (let from = 1; from < size; from += 1) {
    for (let to = 1; to < size; to += 1) {
      if (counts[from * size + to] !== 0) continue;
      const weight = (totals[from] ?? 0) * (totals[to] ?? 0);
      if (best === null || weight > best.weight) best = { from, to, weight };
    }
  }
  if (best === null) return { about: 'unseen', from: null };
  const { from, to } = best;
  const word = `${alphabet[from] ?? ''}${alphabet[to] ?? ''}`;
  return owning((own) => ({
    about: 'unseen',
    from,
    to,
    word,
    losses: [0, 0.01, 1, 100].map((smoothing) => {
      const table = own(core.countModel(corpus, smoothing));
      return { smoothing, loss: scoreOf(core, corpus, table, word).loss };
    }),
  }));
}

/** The counts of one list in the rows and columns of another, which has all its letters. */
function spread(part: Corpus, whole: Corpus): Float64Array {
  const wholeAlphabet = Array.from(whole.alphabet());
  const place = new Map(wholeAlphabet.map((label, token) => [label, token]));
  const tokens = Array.from(part.alphabet(), (label, i) => (i === 0 ? 0 : (place.get(label) ?? 0)));
  const counts = part.counts();
  const out = new Float64Array(wholeAlphabet.length ** 2);
  tokens.forEach((from, i) => {
    tokens.forEach((to, j) => {
      out[from * wholeAlphabet.length + to] = counts[i * tokens.length + j] ?? 0;
    });
  });
  return out;
}

/** The loss of a table made from a part of a list, on the whole of it. */
function lossOnWhole({ session }: Subject, part: Corpus, smoothing: number): number {
  const { core, corpus } = session;
  const counts = spread(part, corpus);
  const all = corpus.counts();
  const gap = counts.some((count, cell) => count === 0 && all[cell] !== 0);
  if (smoothing === 0 && gap) return Number.POSITIVE_INFINITY;
  return owning((own) => {
    // The loss depends on none but the counts.
    const figures = { names: part.report().names, distinctNames: 1, shortest: 1, longest: 1 };
    const characters = Array.from(corpus.alphabet()).slice(1).join('');
    const wide = own(core.corpusOfCounts(characters, counts, figures));
    return own(core.countModel(wide, smoothing)).loss(corpus);
  });
}

/** A model counted from very few names: its losses on them and on the list, and what it draws. */
export function tiny({ names, seed, smoothing }: Asked<'tiny'>, subject: Subject): Told<'tiny'> {
  const { core, corpus, counted } = subject.session;
  return owning((own) => {
    const some = { count: names * 4, seed, sampler: 'cdf', lengthLimit: 40 } as const;
    const chosen = namesOf(core, corpus, counted, some)
      .filter(({ name, cut }) => name !== '' && !cut)
      .map(({ name }) => name)
      .slice(0, names);
    const part = own(readBytes(core, new TextEncoder().encode(chosen.join('\n'))));
    const table = own(core.countModel(part, 0));
    const drawn = namesOf(core, part, table, { ...some, count: 12 });
    return {
      about: 'tiny',
      chosen,
      lossOnChosen: table.loss(part),
      lossOnList: lossOnWhole(subject, part, 0),
      smoothedLossOnList: lossOnWhole(subject, part, smoothing),
      drawn,
      copies: drawn.filter(({ name }) => chosen.includes(name)).length,
    };
  });
}

/** The bytes of a list, where it has any that are few enough to be read again. */
export async function bytesOf(source: ListSource): Promise<Uint8Array | 'counts' | 'size'> {
  if (source.from !== 'file' && source.from !== 'text') return 'counts';
  const blob = source.from === 'file' ? source.file : new Blob([source.text]);
  if (blob.size > largestReread) return 'size';
  return new Uint8Array(await blob.arrayBuffer());
}

/** The count model of the list with each name once, beside that with repeats. */
export async function duplicates(
  { seed, names }: Asked<'duplicates'>,
  { session, source }: Subject,
): Promise<Told<'duplicates'>> {
  const bytes = await bytesOf(source);
  if (typeof bytes === 'string') return { about: 'duplicates', kept: null, why: bytes };
  const { core } = session;
  const { reading = plainReading } = source;
  // Both lists are read here: the session may have gone while the bytes came.
  return owning((own) => {
    const all = own(readBytes(core, bytes, { ...reading, once: false }));
    const few = own(readBytes(core, bytes, { ...reading, once: true }));
    const way = (corpus: Corpus): CountedWay => {
      const table = own(core.countModel(corpus, 0));
      const wanted = { count: names, seed, sampler: 'cdf', lengthLimit: 60 } as const;
      return {
        names: (corpus === few ? corpus.report().distinctNames : null) ?? corpus.report().names,
        bigrams: corpus.bigrams(),
        loss: table.loss(corpus),
        lossOnList: table.loss(all),
        drawn: namesOf(core, corpus, table, wanted),
      };
    };
    return { about: 'duplicates', kept: way(all), removed: way(few) };
  });
}
