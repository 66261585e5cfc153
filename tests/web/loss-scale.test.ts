import { expect, test } from 'vitest';
import * as scale from '../../web/ui/loss-scale.ts';
import { partsAt } from '../../web/ui/parting.ts';

const run = (lastStep: number) => ({
  weightsSeed: 1,
  changes: [],
  lastStep,
  historySteps: Float64Array.of(0),
  historyLosses: Float64Array.of(1),
});

test('steps by powers of ten begin at step 0, and come back as they were', () => {
  expect(scale.toAxis(0, 'log')).toBe(0);
  expect(scale.toAxis(7, 'linear')).toBe(7);
  for (const step of [0, 1, 99, 123_456]) {
    expect(Math.round(scale.fromAxis(scale.toAxis(step, 'log'), 'log'))).toBe(step);
  }
  expect(scale.powerSteps(150)).toEqual([0, 1, 10, 100]);
});

test('a long run of the past does not press a short one flat', () => {
  expect(scale.lastShown(0, [])).toBe(0);
  expect(scale.lastShown(0, [run(1e6)])).toBe(100);
  expect(scale.lastShown(500, [run(1e6)])).toBe(2000);
  expect(scale.lastShown(500, [run(600)])).toBe(600);
});

test('a run is told by its settings, and by what changed where', () => {
  const changes = [
    { step: 0, learningRate: 50, l2: 0.01 },
    { step: 40, learningRate: 5, l2: 0.01 },
    { step: 90, learningRate: 5, l2: 0 },
  ];
  expect(scale.runWords(changes)).toBe('rate 50, L2 0.01; from step 40 rate 5; from step 90 L2 0');
});

test('two names part at the first letter that differs, or where one ends', () => {
  expect(partsAt('anna', 'anna')).toBe(null);
  expect(partsAt('anna', 'anton')).toBe(2);
  // Never between a letter and its marks, nor within joined emoji.
  expect(partsAt('मी', 'मु')).toBe(0);
  expect(partsAt('a👩\u200d🚀', 'a👩\u200d💻')).toBe(1);
  expect(partsAt('ann', 'anna')).toBe(3);
  expect(partsAt('🦊a', '🦊b')).toBe(1);
});
