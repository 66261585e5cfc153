import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { binary, failure, file, json, makemore, output, path, smallList } from './command.ts';

interface Sample {
  names: string[];
  cut?: number[];
}

const list = file('list.txt', smallList);

test('prints five names, one a line, the same ones as JSON', () => {
  const { names, ...rest } = json<Sample>(['sample', list]);
  expect(names).toHaveLength(5);
  expect(rest).toEqual({ request_probability: 1, log_request_probability: 0 });
  expect(output(['sample', list])).toBe(names.map((name) => `${name}\n`).join(''));
});

test('every name is made of counted bigrams', () => {
  const { alphabet, counts } = json<{ alphabet: string[]; counts: number[][] }>(['count', list]);
  for (const name of json<Sample>(['sample', list, '--count', '300']).names) {
    const tokens = [0, ...[...name].map((letter) => alphabet.indexOf(letter, 1)), 0];
    tokens.slice(1).forEach((to, index) => {
      expect(counts[tokens[index] ?? -1]?.[to], name).toBeGreaterThan(0);
    });
  }
});

test('a longer run begins with a shorter one', () => {
  const { names } = json<Sample>(['sample', list, '--count', '40']);
  expect(names).toHaveLength(40);
  expect(names.slice(0, 5)).toEqual(json<Sample>(['sample', list]).names);
});

test('seeds and samplers make other names', () => {
  const runs = [
    [],
    ['--seed', '1'],
    ['--sampler', 'race'],
    ['--sampler', 'mkl'],
    ['--smoothing', '1'],
    ['--model', 'neural'],
    ['--model', 'neural', '--steps', '3'],
  ].map((options) => output(['sample', list, '--count', '30', ...options]));
  expect(new Set(runs).size).toBe(runs.length);
  expect(output(['sample', list, '--count', '30', '--sampler', 'cdf'])).toBe(runs[0]);
  expect(output(['sample', list, '--count', '30', '--model', 'counts'])).toBe(runs[0]);
});

test('takes every seed of 64 bits', () => {
  expect(json<Sample>(['sample', list, '--seed', '0']).names).toHaveLength(5);
  expect(json<Sample>(['sample', list, '--seed', '18446744073709551615']).names).toHaveLength(5);
  failure(2, ['sample', list, '--seed', '18446744073709551616']);
});

test('reads a list and a model file from standard input', () => {
  const model = path('model.json');
  output(['train', list, '--save', model]);
  const text = readFileSync(model, 'utf8');
  expect(output(['sample', '-'], smallList)).toBe(output(['sample', list]));
  expect(output(['sample', '-', '--model', 'neural'], text)).toBe(
    output(['sample', list, '--model', 'neural']),
  );
});

test("takes train's options, all of them, when it trains", () => {
  const model = path('trained.json');
  const losses = path('trained.csv');
  const options = ['--steps', '7', '--learning-rate', '10', '--l2', '0.1', '--seed', '3'];
  const files = ['--save', model, '--losses', losses];
  const names = output(['sample', list, '--model', 'neural', ...options, ...files]);
  const again = path('again.json');
  output(['train', list, ...options, '--save', again]);
  expect(output(['sample', again, '--model', 'neural', '--seed', '3'])).toBe(names);
  expect(readFileSync(model, 'utf8')).toBe(readFileSync(again, 'utf8'));
  expect(readFileSync(losses, 'utf8').trimEnd().split('\n')).toHaveLength(9);
});

test('cuts a name that does not end, and says so on standard error', () => {
  // a follows a so often that its end is all but never drawn.
  const model = file(
    'endless.json',
    JSON.stringify({
      format: 'makemore-model',
      version: 1,
      alphabet: ['.', 'a'],
      list: { names: 1, distinct_names: null, shortest: null, longest: null },
      counts: [
        [0, 1],
        [1, 1_000_000_000_000],
      ],
      training: null,
      weights: null,
    }),
  );
  const asText = makemore(['sample', model, '--count', '2']);
  expect(asText.status).toBe(0);
  expect(asText.stdout).toBe(`${'a'.repeat(1000)}\n`.repeat(2));
  expect(asText.stderr).toMatch(/^makemore: 2 names cut at 1,000 characters[^\n]*\n$/u);
  const asJson = makemore(['sample', model, '--count', '2', '--json']);
  expect(JSON.parse(asJson.stdout)).toEqual({
    names: Array(2).fill('a'.repeat(1000)),
    cut: [0, 1],
    request_probability: 1,
    log_request_probability: 0,
  });
});

test('is quiet when its reader leaves', () => {
  const command = '"$0" sample "$1" --count 2000000 | head -n 1';
  const run = spawnSync('sh', ['-c', command, binary, list], { encoding: 'utf8' });
  expect(run).toMatchObject({ status: 0, stderr: '' });
  expect(run.stdout.split('\n')).toHaveLength(2);
  const ignoring = spawnSync('sh', ['-c', `trap '' PIPE; ${command}`, binary, list], {
    encoding: 'utf8',
  });
  expect(ignoring).toMatchObject({ status: 0, stderr: '' });
});

test('output that cannot be written is an error', () => {
  const run = spawnSync('sh', ['-c', '"$0" sample "$1" >&-', binary, list], {
    encoding: 'utf8',
  });
  expect(run.status).toBe(1);
  expect(run.stderr).toMatch(/^makemore: standard output: cannot be written: [^\n]+\n$/u);
});
