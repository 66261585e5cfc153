import { expect, test } from 'vitest';
import * as map from '../../web/ui/map-geometry.ts';

const frame = { width: 398, height: 398, gutter: 18, cell: 14, scrollX: 0, scrollY: 0 };

test('a table that fits has cells of whole device pixels', () => {
  expect(map.fitCell(398, 398, 18, 27, 1)).toBe(14);
  expect(map.fitCell(398, 398, 18, 27, 2)).toBe(14);
  expect(map.fitCell(398, 300, 18, 27, 1)).toBe(10);
  expect(map.fitCell(398, 398, 18, 1000, 1)).toBeCloseTo(0.38);
});

test('zooming grows in steps up to a largest cell, and zero is the fit', () => {
  expect(map.zoomedCell(14, 0, 1)).toBe(14);
  expect(map.zoomedCell(14, 1, 1)).toBe(21);
  expect(map.zoomedCell(14, 9, 1)).toBe(map.largestCell);
  expect(map.zoomedCell(200, 3, 1)).toBe(200);
  expect(map.zoomedCell(0.4, 1, 1)).toBe(1);
});

test('finds the cell under a point, scrolled or not', () => {
  expect(map.cellAt(frame, 27, 18, 18)).toEqual({ from: 0, to: 0 });
  expect(map.cellAt(frame, 27, 18 + 14, 18 + 28)).toEqual({ from: 2, to: 1 });
  expect(map.cellAt(frame, 27, 17, 100)).toBe(null);
  expect(map.cellAt(frame, 27, 397, 18)).toBe(null);
  const scrolled = { ...frame, scrollX: 140, scrollY: 7 };
  expect(map.cellAt(scrolled, 300, 18, 25)).toEqual({ from: 1, to: 10 });
});

test('draws only what is in sight', () => {
  expect(map.visibleRange(frame, 27, 'x')).toEqual([0, 27]);
  expect(map.visibleRange({ ...frame, scrollY: 141 }, 300, 'y')).toEqual([10, 38]);
});

test('scrolls no further than it takes to show a cell and its neighbours', () => {
  expect(map.reveal(0, 380, 14, 5)).toBe(0);
  expect(map.reveal(0, 380, 14, 40)).toBe(42 * 14 - 380);
  expect(map.reveal(500, 380, 14, 2)).toBe(14);
  expect(map.reveal(500, 380, 14, 0)).toBe(0);
});

test('leaves out letters where cells are too small for them', () => {
  expect(map.labelEvery(14)).toBe(1);
  expect(map.labelEvery(4)).toBe(3);
  expect(map.labelEvery(0.5)).toBe(18);
});
