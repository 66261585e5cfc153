// Core objects that live as long as one answer, and copies that outlive it.
import type { SampledName, SamplerKind, WordScore } from '../messages/protocol.ts';
import type { Core, Corpus, Table } from './core.ts';

interface Disposable {
  delete(): void;
}

/** Deletes whatever `use` took with `own`, also when it fails. */
export function owning<T>(use: (own: <D extends Disposable>(object: D) => D) => T): T {
  const owned: Disposable[] = [];
  try {
    return use((object) => {
      owned.push(object);
      return object;
    });
  } finally {
    for (const object of owned.reverse()) object.delete();
  }
}

/** A word under a table, as a copy. */
export function scoreOf(core: Core, corpus: Corpus, table: Table, word: string): WordScore {
  const score = core.score(corpus, table, word);
  const bigrams = Array.from(score.bigrams, (bigram) => ({ ...bigram }));
  return { word: score.word, loss: score.loss, bigrams };
}

/** How many names, from which seed, by which sampler. */
export interface NamesWanted {
  count: number;
  seed: number;
  sampler: SamplerKind;
  lengthLimit: number;
}

/** Names of a table, as copies. */
export function namesOf(
  core: Core,
  corpus: Corpus,
  table: Table,
  wanted: NamesWanted,
): SampledName[] {
  const names = core.sample(corpus, table, wanted);
  return Array.from(names, ({ name, cut }) => ({ name, cut }));
}

/** Whether a word can be written in the letters of a list. */
export function canSpell(corpus: Corpus, word: string): boolean {
  const known = new Set(Array.from(corpus.alphabet()).slice(1));
  return [...word].every((character) => known.has(character));
}
