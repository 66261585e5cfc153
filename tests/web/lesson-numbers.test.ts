import { expect, test } from 'vitest';
import { duration, power } from '../../web/lesson/numbers.ts';

test('numbers of every size are written to be read', () => {
  expect(power(0.5)).toBe('0.5000');
  expect(power(0)).toBe('0');
  expect(power(1.234e-38)).toBe('1.23 × 10⁻³⁸');
  expect(power(-4.5e7, 2)).toBe('−4.5 × 10⁷');
  expect(power(Number.POSITIVE_INFINITY)).toBe('∞');
  expect(power(Number.NEGATIVE_INFINITY)).toBe('−∞');
});

test('times have the unit that suits them', () => {
  expect(duration(0.0031)).toBe('3.1 µs');
  expect(duration(0.58)).toBe('0.58 ms');
  expect(duration(42)).toBe('42 ms');
  expect(duration(1500)).toBe('1.50 s');
});
