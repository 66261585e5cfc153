// Laws of MODEL.json through the page's core, held against lists and damage that nobody would think of.
import fc from 'fast-check';
import { beforeAll, expect, test, vi } from 'vitest';
import { loadCore } from '../../web/worker/core.ts';
import type { Core, Corpus, ModelTraining } from '../../web/worker/core.ts';
import { readBytes } from '../../web/worker/load.ts';

// However slow the machine.
vi.setConfig({ testTimeout: 600_000 });

let core: Core;
beforeAll(async () => {
  core = await loadCore();
});

/** Letters of any script; white space and control characters would be no part of a name. */
const letter = fc
  .string({ unit: 'binary', minLength: 1, maxLength: 1 })
  .filter((each) => /^[^\p{C}\p{Z}\s]$/u.test(each));
const name = fc.string({ unit: letter, minLength: 1, maxLength: 6 });
const names = fc.array(name, { minLength: 1, maxLength: 12 });

const trainingOf = (weights: Float32Array) => ({
  // torch's generator uses no more of a seed.
  seed: fc.integer({ min: 0, max: 2 ** 32 - 1 }),
  step: fc.integer({ min: 0, max: Number.MAX_SAFE_INTEGER }),
  learningRate: fc.double({ min: 0, max: 1e6, noNaN: true }).map(Math.abs),
  l2: fc.double({ min: 0, max: 1e6, noNaN: true }).map(Math.abs),
  weights: fc.constant(weights),
});

/** A counted list and a network of any finite weights for it. */
const models = names.chain((list) => {
  const corpus = readBytes(core, new TextEncoder().encode(list.join('\n')));
  const cells = corpus.alphabet().length ** 2;
  const weight = fc.float({ noNaN: true, noDefaultInfinity: true });
  return fc
    .array(weight, { minLength: cells, maxLength: cells })
    .chain((weights) => fc.record(trainingOf(Float32Array.from(weights))))
    .map((training) => ({ corpus, training }));
});

const plain = ({ weights, ...training }: ModelTraining) => ({ ...training, weights: [...weights] });
const told = (corpus: Corpus) => [corpus.alphabet(), [...corpus.counts()]];

test('a model that is written reads back as it was, and is written the same again', () => {
  fc.assert(
    fc.property(models, ({ corpus, training }) => {
      const text = core.writeModel(corpus, training);
      const again = core.readModel(text);
      expect(told(again.corpus)).toEqual(told(corpus));
      expect(again.training && plain(again.training)).toEqual(plain(training));
      expect(core.writeModel(again.corpus, again.training)).toBe(text);
      again.corpus.delete();
    }),
    { seed: 1, numRuns: 300 },
  );
});

/** Refused with a reason, or read into what can be written. */
function refusedOrRead(text: string): void {
  let read;
  try {
    read = core.readModel(text);
  } catch (error) {
    expect((error as Error).message).toMatch(/\w/);
    expect(error).toHaveProperty('line');
    return;
  }
  const again = core.readModel(core.writeModel(read.corpus, read.training));
  expect(again.corpus.bigrams()).toBe(read.corpus.bigrams());
  again.corpus.delete();
  read.corpus.delete();
}

test('a model in which any value is another is refused or read', () => {
  const corpus = readBytes(core, new TextEncoder().encode('ab\nba\n'));
  const written = JSON.parse(core.writeModel(corpus, null)) as Record<string, unknown>;
  corpus.delete();
  fc.assert(
    fc.property(fc.constantFrom(...Object.keys(written)), fc.jsonValue(), (key, value) => {
      refusedOrRead(JSON.stringify({ ...written, [key]: value }));
    }),
    { seed: 1, numRuns: 1000 },
  );
});

test('a model that was damaged anywhere is refused or read', () => {
  fc.assert(
    fc.property(
      models,
      fc.nat(),
      fc.nat(20),
      fc.string({ maxLength: 5 }),
      ({ corpus, training }, at, cut, put) => {
        const text = core.writeModel(corpus, training);
        const place = at % (text.length + 1);
        refusedOrRead(text.slice(0, place) + put + text.slice(place + cut));
      },
    ),
    { seed: 1, numRuns: 500 },
  );
});
