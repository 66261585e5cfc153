import { expect, test } from 'vitest';
import { plainReading } from '../../web/lists/reading.ts';
import { axisEnd, floorLabel, floorsOf, spread } from '../../web/ui/floors.ts';

const list = {
  title: '',
  report: { names: 0, distinctNames: 0, shortest: 0, longest: 0, bytes: 0, skipped: 0 },
  reading: plainReading,
  namesKnown: true,
  alphabet: [],
  counts: new Float64Array(),
  bigrams: 0,
  uniformLoss: Math.log(27),
  optimumLoss: 2.4540144891548743,
};
const probabilities = new Float64Array();

test('an unsmoothed count model is the optimum, and is drawn once', () => {
  const floors = floorsOf(list, { smoothing: 0, loss: list.optimumLoss, probabilities });
  expect(floors.map(floorLabel)).toEqual(['3.2958  ln V, uniform', '2.4540  count model']);
});

test('a smoothed one stands beside it', () => {
  const floors = floorsOf(list, { smoothing: 1, loss: 2.454576820115704, probabilities });
  expect(floors.map(floorLabel)).toEqual([
    '3.2958  ln V, uniform',
    '2.4546  count model, smoothed',
    '2.4540  exact count optimum',
  ]);
});

test('labels never overlap and move only as far as they must', () => {
  expect(spread([10, 50], 16)).toEqual([10, 50]);
  expect(spread([50, 10, 52], 16)).toEqual([50, 10, 66]);
  expect(spread([20, 20, 20], 16)).toEqual([20, 36, 52]);
});

test('the step axis ends at round numbers, never before the curve', () => {
  for (const step of [0, 1, 99, 100, 101, 150, 151, 999, 1000, 76_001, 9_999_999]) {
    const end = axisEnd(step);
    expect(end).toBeGreaterThanOrEqual(Math.max(step, 100));
    expect(end).toBeLessThanOrEqual(Math.max(100, step * 1.6));
  }
});
