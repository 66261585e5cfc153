import { expect, test } from 'vitest';
import { plainReading } from '../../web/lists/reading.ts';
import type { CountedList, CountModel, TrainingState } from '../../web/messages/protocol.ts';
import { changesFrom, initialState } from '../../web/state/state.ts';
import type { State } from '../../web/state/state.ts';

const list: CountedList = {
  title: 'names.txt',
  report: { names: 1, distinctNames: 1, shortest: 1, longest: 1, bytes: 2, skipped: 0 },
  reading: plainReading,
  namesKnown: true,
  alphabet: ['.', 'a'],
  counts: Float64Array.of(0, 1, 1, 0),
  bigrams: 2,
  uniformLoss: Math.LN2,
  optimumLoss: 0,
};
const counted: CountModel = { smoothing: 0, loss: 0, probabilities: list.counts };
const run: TrainingState = {
  sequence: 1,
  training: false,
  step: 0,
  lastStep: 0,
  firstStep: 0,
  weightsSeed: 1,
  changes: [{ step: 0, learningRate: 50, l2: 0.01 }],
  loss: 1,
  dataLoss: 1,
  stepsPerSecond: 0,
  probabilities: list.counts,
  divergence: Float64Array.of(0, 0),
  historySteps: Float64Array.of(0),
  historyLosses: Float64Array.of(1),
};

const after = (state: State, reply: Parameters<typeof changesFrom>[1]): State => ({
  ...state,
  ...changesFrom(state, reply),
});
const loaded = after(
  { ...initialState, cell: { from: 9, to: 9 }, loading: { id: 4, title: '', bytes: 0, total: 0 } },
  { kind: 'loaded', id: 4, list, counted, run },
);
const loading = { id: 7, title: 'next.txt', bytes: 0, total: 9 };

test('a new list replaces everything that belonged to the old one, at once', () => {
  expect(loaded).toMatchObject({ list, counted, run, cell: null, names: null, loading: null });
});

test('a rejected list changes nothing but the notice', () => {
  const problem = { about: 'load', message: 'line 2: no', line: 2, column: 1 } as const;
  const state = after(
    { ...loaded, loading },
    { kind: 'failed', id: 7, title: 'next.txt', problem },
  );
  expect(state).toEqual({ ...loaded, failure: { ...problem, title: 'next.txt' } });
});

test('news of a load that was given up is not shown', () => {
  const news = { kind: 'loading', id: 6, title: 'old.txt', bytes: 5, total: 9 } as const;
  expect(after({ ...loaded, loading }, news).loading).toBe(loading);
  expect(after({ ...loaded, loading }, { ...news, id: 7 }).loading?.bytes).toBe(5);
  expect(after({ ...loaded, loading }, { kind: 'load-cancelled', id: 6 }).loading).toBe(loading);
});

test('a word that cannot be scored is no failure of the page', () => {
  const problem = { about: 'score', message: 'no é', line: 1, column: 5 } as const;
  const state = after(loaded, { kind: 'failed', id: 9, title: '', problem });
  expect(state).toMatchObject({ failure: null, wordProblem: 'no é', score: null });
});

test('a long seek is shown until it or its cancelling has come to an end', () => {
  const seeking = after(loaded, { kind: 'seeking', id: 5, step: 1, target: 9 });
  expect(seeking.seeking).toEqual({ id: 5, step: 1, target: 9 });
  const sought = { kind: 'sought', step: 9, learningRate: 1, l2: 0 } as const;
  expect(after(seeking, { ...sought, id: 4 }).seeking).not.toBeNull();
  expect(after(seeking, { ...sought, id: 5 }).seeking).toBeNull();
  expect(after(seeking, { kind: 'seek-cancelled', id: 5 }).seeking).toBeNull();
});

test('a question that cannot be answered is no failure of the page', () => {
  const problem = { about: 'question', message: 'no', line: 0, column: 0 } as const;
  expect(after(loaded, { kind: 'failed', id: 9, title: '', problem }).failure).toBeNull();
});

test('a crash ends what was under way, and nothing else', () => {
  const moving = { ...initialState, seeking: { id: 1, step: 2, target: 3 } };
  const crashed = changesFrom(moving, { kind: 'crashed', message: 'trap' });
  expect(crashed).toEqual({ loading: null, seeking: null, run: null });
});
