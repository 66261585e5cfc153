// The wasm module under Node and the native command print the same digits from the same list.
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeAll, expect, it } from 'vitest';
import createMakemore, { type Corpus, type MainModule } from '../../build/wasm/makemore.js';

const project = fileURLToPath(new URL('../..', import.meta.url));
const list = process.env['MAKEMORE_NAMES'] ?? join(project, 'web/public/lists/given-names.txt');
const seed = 2147483647;

let core: MainModule;
let corpus: Corpus;

beforeAll(async () => {
  core = await createMakemore();
  const reader = new core.CorpusReader();
  reader.feed(readFileSync(list));
  corpus = reader.finish();
});

function native<T>(...args: string[]): T {
  const command = join(project, 'build/release/makemore');
  return JSON.parse(execFileSync(command, [...args, '--json'], { encoding: 'utf8' })) as T;
}

it('counts the same', () => {
  const counted = native<{
    names: number;
    distinct_names: number;
    bigrams: number;
    alphabet: string[];
    counts: number[][];
    loss: number;
  }>('count', list, '--smoothing', '0.5');
  expect(corpus.report().names).toBe(counted.names);
  expect(corpus.report().distinctNames).toBe(counted.distinct_names);
  expect(corpus.bigrams()).toBe(counted.bigrams);
  expect(corpus.alphabet()).toEqual(counted.alphabet);
  expect([...corpus.counts()]).toEqual(counted.counts.flat());
  expect(core.countModel(corpus, 0.5).loss(corpus)).toBe(counted.loss);
});

it('trains to the same bits and the same losses', () => {
  const trained = native<{
    initial_loss: number;
    loss: number;
    data_loss: number;
    weights_fnv1a: string;
  }>('train', list, '--steps', '1000');
  const trainer = new core.Trainer(corpus, seed);
  expect(trainer.loss(0.01)).toBe(trained.initial_loss);
  trainer.run(1000, 50, 0.01);
  expect(trainer.loss(0.01)).toBe(trained.loss);
  expect(trainer.dataLoss()).toBe(trained.data_loss);
  expect(core.fingerprint(trainer.weights())).toBe(trained.weights_fnv1a);
});

it.each(['cdf', 'race', 'mkl'] as const)('draws the same names: %s', (sampler) => {
  const drawn = native<{ names: string[] }>(
    ...['sample', list, '--model', 'neural', '--count', '300', '--sampler', sampler],
  );
  const trainer = new core.Trainer(corpus, seed);
  trainer.run(100, 50, 0.01);
  const names = core.sample(corpus, trainer.table(), {
    count: 300,
    seed,
    sampler,
    lengthLimit: 1000,
  });
  expect(names.map(({ name }) => name)).toEqual(drawn.names);
});

it('scores the same', () => {
  const scored = native<{ words: { loss: number; bigrams: { loss: number }[] }[] }>(
    ...['score', list, 'emma', '--smoothing', '1'],
  ).words[0]!;
  const score = core.score(corpus, core.countModel(corpus, 1), 'emma');
  expect(score.loss).toBe(scored.loss);
  expect(score.bigrams.map(({ loss }) => loss)).toEqual(scored.bigrams.map(({ loss }) => loss));
});
