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
