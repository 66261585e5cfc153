import { expect, test } from 'vitest';
import * as format from '../../web/text/format.ts';

test('losses have four decimals, and infinity its sign', () => {
  expect(format.loss(2.4540144891548743)).toBe('2.4540');
  expect(format.loss(Number.POSITIVE_INFINITY)).toBe('∞');
  expect(format.loss(Number.NaN)).toBe('?');
});

test('differences carry a true minus sign, and no sign at nothing', () => {
  expect(format.signed(-0.0017)).toBe('−0.0017');
  expect(format.signed(0.0017)).toBe('+0.0017');
  expect(format.signed(-0.00001)).toBe('0.0000');
  expect(format.fixed(-0.00001, 4)).toBe('0.0000');
});

test('counts, bytes and rates are readable', () => {
  expect(format.count(228146)).toBe('228,146');
  expect(format.plural(1, 'name')).toBe('1 name');
  expect(format.plural(2, 'name')).toBe('2 names');
  expect(format.bytes(999)).toBe('999 bytes');
  expect(format.bytes(228_145)).toBe('228.1 kB');
  expect(format.bytes(5_000_000_000)).toBe('5.00 GB');
  expect(format.rate(59.7)).toBe('60 steps/s');
  expect(format.rate(123_456)).toBe('120,000 steps/s');
  expect(format.setting(0.01)).toBe('0.01');
  expect(format.setting(100000)).toBe('100,000');
});

test('the distance to a floor is said in words', () => {
  expect(format.distance(2.4818, 2.454, 'the count model')).toBe(
    '0.0278 nats above the count model',
  );
  expect(format.distance(2.4, 2.454, 'the count model')).toBe('0.0540 nats below the count model');
  expect(format.distance(2.454, 2.454, 'the count model')).toBe('level with the count model');
  expect(format.distance(Number.NaN, 2.454, 'the count model')).toBe(
    'no distance to the count model',
  );
});
