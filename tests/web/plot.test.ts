// Where the loss chart puts its numbers, and which point is nearest to the pointer.
import { describe, expect, test } from 'vitest';
import { decimalsOf, nearest, roundTicks } from '../../web/ui/plot.ts';

describe('round ticks', () => {
  test('are multiples of 1, 2 or 5 within the range, and not more than asked for', () => {
    expect(roundTicks([0, 100], 5)).toEqual([0, 20, 40, 60, 80, 100]);
    expect(roundTicks([2.1, 3.9], 4)).toEqual([2.5, 3, 3.5]);
    expect(roundTicks([0, 10], 1)).toEqual([0, 10]);
    expect(roundTicks([-0.3, 0.3], 3).map((tick) => tick.toFixed(1))).toEqual([
      '-0.2',
      '0.0',
      '0.2',
    ]);
  });

  test('are no closer than asked for: a step is whole', () => {
    expect(roundTicks([0, 3], 10, 1)).toEqual([0, 1, 2, 3]);
  });

  test('carry as many decimals as tell them apart', () => {
    expect(decimalsOf([2, 2.5, 3])).toBe(1);
    expect(decimalsOf([0, 20])).toBe(0);
    expect(decimalsOf([2.45, 2.46])).toBe(2);
    expect(decimalsOf([1e-7, 2e-7])).toBe(4);
  });
});

test('the nearest of ascending values, at the ends and between', () => {
  expect(nearest([], 3)).toBeNull();
  expect(nearest([0, 10, 20], -5)).toBe(0);
  expect(nearest([0, 10, 20], 14)).toBe(1);
  expect(nearest([0, 10, 20], 16)).toBe(2);
  expect(nearest([0, 10, 20], 99)).toBe(2);
});
