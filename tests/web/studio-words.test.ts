import { expect, test } from 'vitest';
import type { BigramScore } from '../../web/messages/protocol.ts';
import type { GeneratedName } from '../../web/messages/studio-questions.ts';
import { fileName } from '../../web/studio/download.ts';
import { rulesLike } from '../../web/studio/like-this.ts';
import { placeSentence, worstPair } from '../../web/studio/own-name.ts';
import { spelled, spelledStart } from '../../web/studio/spelling.ts';
import {
  badge,
  figures,
  oneIn,
  percent,
  rank,
  requestSentence,
  sentence,
} from '../../web/studio/words.ts';

test('a chance is read in two figures', () => {
  expect(oneIn(Math.log(1 / 3412))).toBe('1 in 3,400');
  expect(oneIn(Math.log(1 / 53.4))).toBe('1 in 53');
  expect(oneIn(Math.log(1 / 1.9))).toBe('1 in 2');
  expect(oneIn(-50 * Math.LN10)).toBe('1 in 10^50');
  expect(oneIn(Number.NEGATIVE_INFINITY)).toBe('never');
});

test('the share of names that keep a request is a sentence', () => {
  expect(requestSentence(1 / 3412, Math.log(1 / 3412))).toBe('1 name in 3,400 looks like this.');
  expect(requestSentence(0.42, Math.log(0.42))).toBe('42% of all names look like this.');
  expect(requestSentence(1, 0)).toBe('Almost every name looks like this.');
  expect(requestSentence(0, -800)).toBe('1 name in 10^347 looks like this.');
});

test('a probability takes as few figures as say it', () => {
  expect([1, 0.24, 0.024, 0.0008, 1e-9, 0].map(percent)).toEqual([
    '100%',
    '24%',
    '2.4%',
    '0.08%',
    'under 0.01%',
    'never',
  ]);
});

test('standing and rank are words', () => {
  expect(badge({ standing: 'listed', nearest: 'mary', percentile: 1 })).toBe('in the list');
  expect(badge({ standing: 'new', nearest: 'mary', percentile: 1 })).toBe('one letter from mary');
  expect(badge({ standing: 'new', nearest: null, percentile: 1 })).toBe('new');
  expect(badge({ standing: 'unknown', nearest: null, percentile: null })).toBe('');
  expect([null, 0, 0.2, 0.5, 0.83, 1].map(rank)).toEqual([
    '',
    'rarer than all',
    'rarer than 80%',
    'likelier than 50%',
    'likelier than 83%',
    'likelier than all',
  ]);
});

test('a name’s own figures are a sentence', () => {
  const name: GeneratedName = {
    name: 'mor',
    logProbability: Math.log(1 / 6900),
    cut: false,
    standing: 'new',
    nearest: null,
    percentile: null,
  };
  expect(figures(name)).toBe(
    'The model makes exactly this name once in 6,900 (log probability −8.84).',
  );
  expect(figures({ ...name, cut: true })).toContain('never ended');
});

test('the core’s words become a sentence by themselves', () => {
  expect(sentence('no name can start with xq')).toBe('No name can start with xq.');
  expect(sentence('ändern?')).toBe('Ändern?');
});

const letters = {
  alphabet: ['.', 'L', 'a', 'l', 'é'],
  counts: Float64Array.from([0, 2, 1, 0, 0, ...Array<number>(20).fill(0)]),
};

test('what is typed takes the letters that the list has', () => {
  expect(spelled('LAL', letters)).toBe('LaL');
  expect(spelled('E\u0301', letters)).toBe('é');
  expect(spelled('xa', letters)).toBe('xa');
  // No name begins with a small l.
  expect(spelledStart('la', letters)).toBe('La');
  expect(spelledStart('A', letters)).toBe('a');
  expect(spelledStart('', letters)).toBe('');
});

const pair = (
  from: string,
  to: string,
  fromToken: number,
  toToken: number,
  probability: number,
): BigramScore => ({
  from,
  to,
  fromToken,
  toToken,
  probability,
  loss: probability === 0 ? Infinity : -Math.log(probability),
});

test('the pair that hurts most is named, the end and the start too', () => {
  const { alphabet } = letters;
  const start = pair('', 'L', 0, 1, 0.5);
  expect(worstPair([start, pair('L', 'a', 1, 2, 0.01)], alphabet)).toBe(
    'What hurts most: “a” after “L”, 1 in 100 (4.61 nats).',
  );
  expect(worstPair([start, pair('L', '', 1, 0, 0)], alphabet)).toBe(
    'What hurts most: the end never comes after “L”.',
  );
  expect(worstPair([start, pair('L', 'a', 1, 2, 0.9)], alphabet)).toContain(
    '“L” at the start, 1 in 2',
  );
});

test('a name’s place among the list’s is a sentence', () => {
  const answer = {
    about: 'own-name' as const,
    name: 'mor',
    logProbability: -8,
    loss: 2,
    bigrams: [],
    histogram: null,
    losesLessThan: 0.62,
    sampled: 0,
    standing: 'new' as const,
    nearest: 'more',
    percentile: 0.4,
  };
  expect(placeSentence(answer)).toBe(
    '“mor” costs 2.00 nats a letter; 62% of the list’s names cost more. It is one letter from more.',
  );
  expect(placeSentence({ ...answer, nearest: null, losesLessThan: 0 })).toBe(
    '“mor” costs 2.00 nats a letter, more than any name of the list.',
  );
  const sampled = { ...answer, standing: 'unknown' as const, nearest: null, sampled: 2_500 };
  expect(placeSentence(sampled)).toBe(
    '“mor” costs 2.00 nats a letter; 62% of a random sample of 2,500 of the list’s names cost more.',
  );
  expect(placeSentence({ ...sampled, losesLessThan: 0 })).toBe(
    '“mor” costs 2.00 nats a letter, more than any in a random sample of 2,500 of the list’s names.',
  );
  expect(placeSentence({ ...answer, loss: Infinity, standing: 'listed' })).toContain(
    'cannot come out',
  );
  expect(
    placeSentence({ ...answer, standing: 'unknown', nearest: null, losesLessThan: null }),
  ).toBe('“mor” costs 2.00 nats a letter.');
});

test('more like a name: its start, and a letter more or less', () => {
  expect(rulesLike('marisol')).toMatchObject({ startsWith: 'ma', minLength: 6, maxLength: 8 });
  expect(rulesLike('𝔞b')).toMatchObject({ startsWith: '𝔞b', minLength: 1, maxLength: 3 });
  expect(rulesLike('a')).toMatchObject({ startsWith: 'a', minLength: 1, maxLength: 2 });
});

test('a title becomes a file’s name', () => {
  expect(fileName('Given names', '.json')).toBe('given-names.json');
  expect(fileName('a/b\\c:*?.txt', '.csv')).toBe('a-b-c.csv');
  expect(fileName('Ονόματα', '.json')).toBe('ονόματα.json');
  expect(fileName('…', '.json')).toBe('names.json');
});
