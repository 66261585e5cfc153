// The figures of the lecture, from its own list. The list is not ours to ship: MAKEMORE_NAMES says
// where it is, and CI must have it.
import { describe, expect, test } from 'vitest';
import { json, output, path } from './command.ts';
import type { CountReport, TrainReport } from './reports.ts';

const names = process.env['MAKEMORE_NAMES'] ?? '';

interface Scores {
  words: { loss: number | null; infinite?: boolean }[];
}

describe("the lecture's list", () => {
  if (names === '') {
    test('is not at hand, which CI does not allow', () => {
      expect(process.env['CI'] ?? '', 'MAKEMORE_NAMES must be set in CI').toBe('');
    });
    return;
  }

  test('is counted', () => {
    const count = json<CountReport>(['count', names]);
    expect(count).toMatchObject({
      names: 32_033,
      distinct_names: 29_494,
      shortest: 2,
      longest: 15,
      bigrams: 228_146,
    });
    expect(count.alphabet).toEqual(['.', ...'abcdefghijklmnopqrstuvwxyz']);
    expect(count.counts.flat().filter((cell) => cell > 0)).toHaveLength(627);
    expect(Math.abs(count.loss - 2.4540144891548743)).toBeLessThan(1e-12);
  });

  test('is counted with smoothing', () => {
    const { loss } = json<CountReport>(['count', names, '--smoothing', '1']);
    expect(Math.abs(loss - 2.454576820115704)).toBeLessThan(1e-12);
  });

  test('trains from the known start', () => {
    const train = json<TrainReport>(['train', names, '--steps', '0']);
    expect(train.initial_loss).toBeCloseTo(3.7686187, 6);
    expect(train.loss).toBe(train.initial_loss);
    expect(Math.abs(train.count_loss - 2.4540144891548743)).toBeLessThan(1e-12);
  });

  test('trains to the known loss', () => {
    const train = json<TrainReport>(['train', names]);
    expect(train.steps).toBe(100);
    expect(train.data_loss).toBeLessThan(train.loss);
    expect(train.data_loss).toBeGreaterThan(train.count_loss);
    expect(train.weights_fnv1a).toMatch(/^[0-9a-f]{16}$/u);
  });

  test('gives the five names', () => {
    expect(output(['sample', names])).toBe('mor\naxx\nminaymoryles\nkondlaisah\nanchshizarie\n');
  });

  test.each([
    ['race', ['cexze', 'momasurailezitynn', 'konimittain', 'llayn', 'ka']],
    ['mkl', ['junide', 'janasah', 'p', 'cony', 'a']],
  ])('gives the names of the sampler %s', (sampler, expected) => {
    expect(json(['sample', names, '--sampler', sampler])).toMatchObject({ names: expected });
  });

  test('gives the names of the network, from the list and from a model file', () => {
    const model = path('lecture.json');
    const expected = { names: ['mor', 'axx', 'minaymoryles', 'kondmaisah', 'anchthizarie'] };
    output(['train', names, '--save', model]);
    expect(json(['sample', names, '--model', 'neural'])).toMatchObject(expected);
    expect(json(['sample', model, '--model', 'neural'])).toMatchObject(expected);
  });

  test('scores the words of the lecture', () => {
    const untrained = json<Scores>(['score', names, 'emma', '--model', 'neural', '--steps', '0']);
    expect(untrained.words[0]?.loss).toBeCloseTo(3.7693049907684326, 6);
    const smoothed = json<Scores>(['score', names, 'andrejq', '--smoothing', '1']);
    expect(smoothed.words[0]?.loss).toBeCloseTo(3.4834019856, 9);
    const counted = json<Scores>(['score', names, 'andrejq']);
    expect(counted.words[0]).toMatchObject({ loss: null, infinite: true });
  });
});
