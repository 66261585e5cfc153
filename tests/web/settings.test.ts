import { expect, test } from 'vitest';
import * as settings from '../../web/state/settings.ts';

test('the defaults are the lecture’s, and every slider can stand on its own', () => {
  expect(settings.defaults).toMatchObject({
    learningRate: 50,
    l2: 0.01,
    smoothing: 0,
    weightsSeed: 2147483647,
    nameSeed: 2147483647,
    sampler: 'cdf',
  });
  for (const key of ['learningRate', 'l2', 'smoothing'] as const) {
    const { stops, min, max } = settings.ranges[key];
    expect(stops).toContain(settings.defaults[key]);
    expect(stops[0]).toBe(min);
    expect(stops.at(-1)).toBe(max);
    expect(stops.every((stop, i) => i === 0 || stop > (stops[i - 1] ?? 0))).toBe(true);
  }
  expect(settings.speeds).toContain(settings.defaults.speed);
});

test('the nearest stop is nearest by ratio', () => {
  const stops = [0, 1, 10, 100];
  expect(settings.nearestStop(stops, 10)).toBe(2);
  expect(settings.nearestStop(stops, 4)).toBe(2);
  expect(settings.nearestStop(stops, 3)).toBe(1);
  expect(settings.nearestStop(stops, 0)).toBe(0);
});

test('reads numbers as people type them', () => {
  const range = { min: 0, max: 10, stops: [] };
  expect(settings.readNumber(' 0.5 ', range)).toBe(0.5);
  expect(settings.readNumber('0,5', range)).toBe(0.5);
  expect(settings.readNumber('0,500', range)).toBe(0.5);
  expect(settings.readNumber('100,000', { ...range, max: 1e6 })).toBe(100000);
  expect(settings.readNumber('1e-3', range)).toBe(0.001);
  for (const bad of ['', 'much', '11', '-1', 'Infinity', 'NaN', '1,2,3']) {
    expect(settings.readNumber(bad, range)).toBeTypeOf('string');
  }
});

test('reads seeds exactly or not at all', () => {
  expect(settings.readSeed('2147483647')).toBe(2147483647);
  expect(settings.readSeed('4,294,967,296')).toBe(4294967296);
  expect(settings.readSeed('0')).toBe(0);
  for (const bad of ['', '-1', '1.5', 'seed', '9007199254740993']) {
    expect(settings.readSeed(bad)).toBeTypeOf('string');
  }
});
