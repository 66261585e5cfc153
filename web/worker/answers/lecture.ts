// Answers with the figures that the lecture published, as this list gives them.
import type { SamplerKind } from '../../messages/protocol.ts';
import type { Asked, Told } from '../../messages/questions.ts';
import { canSpell, namesOf, owning, scoreOf } from '../borrow.ts';
import type { Subject } from '../questions.ts';

/** A sum in float32 goes term by term: this many are a few milliseconds. */
const mostTerms = 4_000_000;

/** The losses of chance, of single letters and of bigrams on this list. */
export function ladder({ session }: Subject): Told<'ladder'> {
  const { core, corpus } = session;
  return owning((own) => ({
    about: 'ladder',
    uniform: own(core.uniformModel(corpus)).loss(corpus),
    singleLetters: core.singleLetterLoss(corpus),
    bigram: own(core.countModel(corpus, 0)).loss(corpus),
  }));
}

/** The published figures, computed anew. */
export function lecture({ seed }: Asked<'lecture'>, { session }: Subject): Told<'lecture'> {
  const { core, corpus } = session;
  return owning((own) => {
    const counted = own(core.countModel(corpus, 0));
    const smoothed = own(core.countModel(corpus, 1));
    const start = own(new core.Trainer(corpus, seed));
    const untrained = own(start.table());
    const drawn = (sampler: SamplerKind) =>
      namesOf(core, corpus, counted, { count: 5, seed, sampler, lengthLimit: 1000 }).map(
        ({ name }) => name,
      );
    const lossOf = (table: typeof counted, word: string) =>
      canSpell(corpus, word) ? scoreOf(core, corpus, table, word).loss : null;
    return {
      about: 'lecture',
      seen: corpus.counts().filter((count) => count > 0).length,
      loss: counted.loss(corpus),
      smoothedLoss: smoothed.loss(corpus),
      float32Loss: corpus.bigrams() > mostTerms ? null : core.lossFloat32(smoothed, corpus),
      untrainedLoss: start.dataLoss(),
      untrainedEmma: lossOf(untrained, 'emma'),
      smoothedAndrejq: lossOf(smoothed, 'andrejq'),
      names: { cdf: drawn('cdf'), race: drawn('race'), mkl: drawn('mkl') },
    };
  });
}
