import { expect, test } from 'vitest';
import { moved } from '../../web/ui/map-keys.ts';
import { OrderMemory, roundUp, rowTotals, tokenOrder } from '../../web/ui/token-order.ts';

// Rows: boundary, a, b, c.
const counts = Float64Array.of(0, 1, 1, 1, 1, 0, 0, 0, 0, 3, 2, 0, 1, 0, 0, 0);
const totals = rowTotals(counts, 4);

test('totals the rows', () => {
  expect([...totals]).toEqual([3, 1, 5, 1]);
});

test('the boundary leads, then the frequent ones; equals stand as code points do', () => {
  expect(tokenOrder('code-point', totals).tokens).toEqual([0, 1, 2, 3]);
  expect(tokenOrder('frequency', totals)).toEqual({ tokens: [0, 2, 1, 3], places: [0, 2, 1, 3] });
});

test('an order is made once', () => {
  const memory = new OrderMemory();
  const first = memory.of('frequency', totals);
  expect(memory.of('frequency', totals)).toBe(first);
  expect(memory.of('code-point', totals)).not.toBe(first);
});

test('keys move as the map shows its rows, and stop at its edges', () => {
  const order = tokenOrder('frequency', totals);
  expect(moved('ArrowDown', false, null, order)).toEqual({ from: 0, to: 0 });
  expect(moved('ArrowDown', false, { from: 0, to: 1 }, order)).toEqual({ from: 2, to: 1 });
  expect(moved('ArrowRight', false, { from: 0, to: 1 }, order)).toEqual({ from: 0, to: 3 });
  expect(moved('ArrowRight', false, { from: 0, to: 3 }, order)).toEqual({ from: 0, to: 3 });
  expect(moved('End', true, { from: 0, to: 0 }, order)).toEqual({ from: 3, to: 3 });
  expect(moved('PageUp', false, { from: 3, to: 2 }, order)).toEqual({ from: 0, to: 2 });
  expect(moved('x', false, { from: 3, to: 2 }, order)).toBe(null);
});

test('scales end at round numbers', () => {
  expect(roundUp(0.2, 0.001)).toBe(0.2);
  expect(roundUp(0.2001, 0.001)).toBe(0.3);
  expect(roundUp(0.76, 0.001)).toBe(1);
  expect(roundUp(0, 0.001)).toBe(0.001);
  expect(roundUp(3.18, 0.001)).toBe(5);
});
