// The wasm module under Node and the native command print the same digits from the same list.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
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

describe('names under rules', () => {
  interface Drawn {
    names: {
      name: string;
      log_probability: number;
      new: boolean;
      nearest: string | null;
      percentile: number;
    }[];
    request_probability: number;
    log_request_probability: number;
  }
  const none = {
    startsWith: '',
    endsWith: '',
    contains: [] as string[],
    notContains: [] as string[],
    minLength: 0,
    maxLength: null as number | null,
  };
  const usual = { newOnly: false, unique: false, order: 'drawn', sampler: 'cdf' } as const;
  const cases = [
    { args: [], rules: {}, wanted: {} },
    {
      args: ['--starts-with', 'ma', '--ends-with', 'a'],
      rules: { startsWith: 'ma', endsWith: 'a' },
    },
    { args: ['--contains', 'an', '--contains', 'na'], rules: { contains: ['an', 'na'] } },
    {
      args: ['--not-contains', 'e', '--max-length', '5'],
      rules: { notContains: ['e'], maxLength: 5 },
    },
    {
      args: ['--min-length', '4', '--new-only', '--unique', '--sort', 'probability'],
      rules: { minLength: 4 },
      wanted: { newOnly: true, unique: true, order: 'probability' as const },
    },
    {
      args: ['--starts-with', 'k', '--sampler', 'race'],
      rules: { startsWith: 'k' },
      wanted: { sampler: 'race' as const },
    },
    {
      args: ['--ends-with', 'n', '--sampler', 'mkl'],
      rules: { endsWith: 'n' },
      wanted: { sampler: 'mkl' as const },
    },
    {
      args: ['--starts-with', 'j', '--temperature', '0.7'],
      rules: { startsWith: 'j' },
      temperature: 0.7,
    },
    {
      args: ['--unique', '--temperature', '1.6'],
      rules: {},
      wanted: { unique: true },
      temperature: 1.6,
    },
  ];

  it.each(cases)('$args', ({ args, rules, wanted, temperature }) => {
    const drawn = native<Drawn>('sample', list, '--count', '100', '--details', ...args);
    const table = core.tempered(core.countModel(corpus, 0), temperature ?? 1);
    const listed = core.listed(corpus)!;
    listed.rank(table);
    const request = { ...usual, ...wanted, count: 100, seed, rules: { ...none, ...rules } };
    const given = core.generate(corpus, table, listed, request);
    const names = given.names.map((name) => ({
      name: name.name,
      log_probability: name.logProbability,
      new: name.standing === 'new',
      // The command names a neighbour of new names only.
      nearest: name.standing === 'new' ? name.nearest : null,
      percentile: name.percentile,
    }));
    expect(names.length).toBeGreaterThan(0);
    expect(names).toEqual(
      drawn.names.map(({ name, log_probability, new: isNew, nearest, percentile }) => ({
        name,
        log_probability,
        new: isNew,
        nearest,
        percentile,
      })),
    );
    expect(given.requestProbability).toBe(drawn.request_probability);
    expect(given.logRequestProbability).toBe(drawn.log_request_probability);
    listed.delete();
    table.delete();
  });
});

describe('a model file', () => {
  const folder = mkdtempSync(join(tmpdir(), 'makemore-model-'));
  afterAll(() => {
    rmSync(folder, { recursive: true });
  });
  const saved = join(folder, 'native.json');

  it('is the same bytes from either door', () => {
    native('train', list, '--steps', '100', '--seed', '7', '--save', saved);
    const trainer = new core.Trainer(corpus, 7);
    trainer.run(100, 50, 0.01);
    const training = { seed: 7, step: 100, learningRate: 50, l2: 0.01, weights: trainer.weights() };
    expect(core.writeModel(corpus, training)).toBe(readFileSync(saved, 'utf8'));
    trainer.delete();
  });

  it('gives the names of the command in the module, and goes on as its training does', () => {
    const { corpus: read, training } = core.readModel(readFileSync(saved));
    expect(training).toMatchObject({ seed: 7, step: 100, learningRate: 50, l2: 0.01 });
    expect([...read.counts()]).toEqual([...corpus.counts()]);
    const trainer = new core.Trainer(read, 7);
    trainer.restore(training!.weights, training!.step);
    const wanted = { count: 100, seed, sampler: 'cdf', lengthLimit: 1000 } as const;
    const drawn = native<{ names: string[] }>(
      'sample',
      saved,
      '--model',
      'neural',
      '--count',
      '100',
    );
    const names = core.sample(read, trainer.table(), wanted);
    expect(names.map(({ name }) => name)).toEqual(drawn.names);
    trainer.run(100, 50, 0.01);
    const trained = native<{ weights_fnv1a: string }>(
      'train',
      list,
      '--steps',
      '200',
      '--seed',
      '7',
    );
    expect(core.fingerprint(trainer.weights())).toBe(trained.weights_fnv1a);
    trainer.delete();
    read.delete();
  });

  it('gives the names of the module in the command', () => {
    const trainer = new core.Trainer(corpus, seed);
    trainer.run(30, 10, 0.5);
    const weights = trainer.weights();
    const file = join(folder, 'page.json');
    writeFileSync(
      file,
      core.writeModel(corpus, { seed, step: 30, learningRate: 10, l2: 0.5, weights }),
    );
    for (const model of ['neural', 'counts']) {
      const drawn = native<{ names: string[] }>('sample', file, '--model', model, '--count', '100');
      const table = model === 'counts' ? core.countModel(corpus, 0) : trainer.table();
      const wanted = { count: 100, seed, sampler: 'cdf', lengthLimit: 1000 } as const;
      expect(core.sample(corpus, table, wanted).map(({ name }) => name)).toEqual(drawn.names);
      table.delete();
    }
    trainer.delete();
  });
});
