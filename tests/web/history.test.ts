import { expect, test } from 'vitest';
import { LossHistory } from '../../web/worker/history.ts';

function run(history: LossHistory, last: number): void {
  let step = 0;
  history.record(0, 1000);
  while (step < last) {
    step = Math.min(last, history.nextRecorded(step + 1));
    if (history.wants(step)) history.record(step, 1000 / (step + 1));
  }
}

test('keeps every step while there are few', () => {
  const history = new LossHistory();
  run(history, 500);
  expect(Array.from(history.copy().steps)).toEqual(Array.from({ length: 501 }, (_, i) => i));
});

test('stays bounded over ten million steps, with the head whole and the order kept', () => {
  const history = new LossHistory({ head: 100, tail: 200 });
  run(history, 10_000_000);
  const { steps, losses } = history.copy();
  expect(steps.length).toBeLessThanOrEqual(301);
  expect(steps.length).toBeGreaterThan(190);
  expect(Array.from(steps.subarray(0, 101))).toEqual(Array.from({ length: 101 }, (_, i) => i));
  expect(steps.every((step, i) => i === 0 || step > (steps[i - 1] ?? 0))).toBe(true);
  expect(steps.every((step, i) => losses[i] === (step === 0 ? 1000 : 1000 / (step + 1)))).toBe(
    true,
  );
  // The tail is even: no gap is more than twice the smallest.
  const gaps = Array.from(steps.subarray(102), (step, i) => step - (steps[i + 101] ?? 0));
  expect(Math.max(...gaps)).toBeLessThanOrEqual(2 * Math.min(...gaps));
});

test('wants no step twice', () => {
  const history = new LossHistory();
  history.record(0, 3);
  expect(history.wants(0)).toBe(false);
  expect(history.wants(1)).toBe(true);
});

test('gives away copies', () => {
  const history = new LossHistory();
  history.record(0, 3);
  history.copy().losses[0] = 9;
  expect(history.copy().losses[0]).toBe(3);
});

test('cut off at a step, goes on from there as densely as a run of that length', () => {
  const history = new LossHistory({ head: 10, tail: 20 });
  run(history, 1_000_000);
  history.cut(15);
  expect(Array.from(history.copy().steps)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
  let step = 15;
  while (step < 30) {
    step = history.nextRecorded(step + 1);
    history.record(step, 1);
  }
  expect(Array.from(history.copy().steps).slice(11)).toEqual(
    Array.from({ length: 15 }, (_, i) => 16 + i),
  );
});

test('cut in a long run, stays bounded and in order', () => {
  const history = new LossHistory({ head: 10, tail: 20 });
  run(history, 100_000);
  history.cut(50_000);
  let step = 50_000;
  while (step < 200_000) {
    step = history.nextRecorded(step + 1);
    if (history.wants(step)) history.record(step, 1);
  }
  const { steps } = history.copy();
  expect(steps.length).toBeLessThanOrEqual(31);
  expect(steps.every((at, i) => i === 0 || at > (steps[i - 1] ?? 0))).toBe(true);
});
