import { expect, test } from 'vitest';
import {
  lightness,
  parseColour,
  ramp,
  rootIndex,
  signedRootIndex,
  unpack,
} from '../../web/ui/palette.ts';

test('reads the colours that computed styles give', () => {
  expect(parseColour('rgb(42, 63, 176)')).toEqual([42, 63, 176]);
  expect(parseColour('rgb(42 63 176)')).toEqual([42, 63, 176]);
  expect(parseColour('#2a3fb0')).toEqual([42, 63, 176]);
  expect(() => parseColour('ultramarine')).toThrow('Not a colour');
});

test('a ramp begins and ends at its colours and darkens all the way', () => {
  const ends = [
    [239, 233, 219],
    [42, 63, 176],
    [16, 26, 92],
  ] as const;
  const colours = ramp(ends, 64);
  expect(unpack(colours[0] ?? 0)).toEqual(ends[0]);
  expect(unpack(colours[63] ?? 0)).toEqual(ends[2]);
  const light = Array.from(colours, (packed) => lightness(unpack(packed)));
  expect(light.every((value, i) => i === 0 || value < (light[i - 1] ?? 0) + 0.002)).toBe(true);
  expect(Array.from(colours).every((packed) => packed >>> 24 === 255)).toBe(true);
});

test('the square root spreads small probabilities and keeps the ends', () => {
  const index = rootIndex(4096, 256);
  expect(index[0]).toBe(0);
  expect(index[4095]).toBe(255);
  expect(index[1024]).toBe(Math.round(255 * Math.sqrt(1024 / 4095)));
});

test('a diverging index opens up both sides of the middle alike', () => {
  const index = signedRootIndex(101, 201);
  expect([index[0], index[50], index[100]]).toEqual([0, 100, 200]);
  expect(index[51]! - 100).toBe(100 - index[49]!);
  expect(index[51]).toBeGreaterThan(105);
});
