import { expect, test } from 'vitest';
import { failure, file, json, output, path, smallList } from './command.ts';

interface Bigram {
  from: string;
  to: string;
  from_id: number;
  to_id: number;
  probability: number;
  loss: number | null;
  infinite?: boolean;
}

interface Scores {
  words: { word: string; loss: number | null; infinite?: boolean; bigrams: Bigram[] }[];
}

const list = file('list.txt', 'ava\nab.\n');

test('scores each word, bigram by bigram', () => {
  const [word] = json<Scores>(['score', list, 'ab.']).words;
  expect(word?.word).toBe('ab.');
  expect(word?.bigrams.map(({ loss: _, ...bigram }) => bigram)).toEqual([
    { from: '.', to: 'a', from_id: 0, to_id: 2, probability: 1 },
    { from: 'a', to: 'b', from_id: 2, to_id: 3, probability: 1 / 3 },
    { from: 'b', to: '.', from_id: 3, to_id: 1, probability: 1 },
    { from: '.', to: '.', from_id: 1, to_id: 0, probability: 1 },
  ]);
  const losses = word?.bigrams.map((bigram) => bigram.loss ?? NaN) ?? [];
  losses.forEach((loss, index) => {
    expect(loss).toBeCloseTo([0, Math.log(3), 0, 0][index] ?? NaN, 14);
  });
  expect(word?.loss).toBeCloseTo(Math.log(3) / 4, 14);
});

test('a bigram that was never seen has an infinite loss, until it is smoothed', () => {
  const [word] = json<Scores>(['score', list, 'av']).words;
  expect(word).toMatchObject({ loss: null, infinite: true });
  expect(word?.bigrams[2]).toMatchObject({ probability: 0, loss: null, infinite: true });
  expect(word?.bigrams[0]).not.toHaveProperty('infinite');
  const [smoothed] = json<Scores>(['score', list, 'av', '--smoothing', '1']).words;
  expect(smoothed?.loss).toBeGreaterThan(0);
  expect(smoothed).not.toHaveProperty('infinite');
});

test('keeps the order of several words, and scores odd ones', () => {
  const odd = file('odd.txt', 'a,b\n[a,b]\n{}\n-x\ncount\n');
  const words = ['{}', '[a,b]', 'a,b', 'count', '', '{}'];
  const scores = json<Scores>(['score', odd, ...words]);
  expect(scores.words.map(({ word }) => word)).toEqual(words);
  const dashed = JSON.parse(output(['score', odd, '--json', '--', '-x', '-'])) as Scores;
  expect(dashed.words.map(({ word }) => word)).toEqual(['-x', '-']);
});

test('uses a trained network, from a list and from a model file', () => {
  const small = file('small.txt', smallList);
  const model = path('model.json');
  output(['train', small, '--steps', '20', '--seed', '5', '--save', model]);
  const trained = ['--model', 'neural', '--steps', '20', '--seed', '5'];
  const scores = json<Scores>(['score', small, 'ava', 'zoë', ...trained]);
  expect(json(['score', model, 'ava', 'zoë', '--model', 'neural'])).toEqual(scores);
  expect(json(['score', model, 'ava'])).toEqual(json(['score', small, 'ava']));
});

test('prints a table for people', () => {
  const text = output(['score', list, 'ava', 'av', '--smoothing', '0']);
  expect(text).toMatch(/^ava {2}loss 0\.\d+ nats per bigram$/mu);
  expect(text).toMatch(/^av {2}loss infinity nats per bigram/mu);
  expect(text).toMatch(/^ {2}v {7}\. {7}0 +infinity$/mu);
});

test('tells the boundary from a full stop', () => {
  expect(output(['score', list, 'ab.'])).toMatch(/^ {2}'\.' {5}\. {7}1 +/mu);
});

test('names a letter that is not in the alphabet, and its place', () => {
  expect(failure(1, ['score', list, 'ava', 'avä'])).toMatch(/"avä", character 3: 'ä'/u);
});
