// Numbers that are too small, too large or too short-lived for the workbench's formats. Pure.
import { fixed } from '../text/format.ts';

const minus = '−';
const raised: Record<string, string> = {
  '-': '⁻',
  '0': '⁰',
  '1': '¹',
  '2': '²',
  '3': '³',
  '4': '⁴',
  '5': '⁵',
  '6': '⁶',
  '7': '⁷',
  '8': '⁸',
  '9': '⁹',
};

/** 0.0123 as it is, smaller and larger ones as 1.23 × 10⁻⁷. */
export function power(value: number, digits = 3): string {
  if (Number.isNaN(value)) return '?';
  if (!Number.isFinite(value)) return value > 0 ? '∞' : `${minus}∞`;
  if (value === 0) return '0';
  const size = Math.abs(value);
  if (size >= 0.001 && size < 1e5) return fixed(value, digits + 1);
  const [mantissa = '', exponent = ''] = size.toExponential(digits - 1).split('e');
  const written = [...exponent.replace('+', '')].map((sign) => raised[sign] ?? sign).join('');
  return `${value < 0 ? minus : ''}${mantissa} × 10${written}`;
}

/** Milliseconds as a person would say them. */
export function duration(ms: number): string {
  if (ms >= 1000) return `${fixed(ms / 1000, 2)} s`;
  if (ms >= 10) return `${fixed(ms, 0)} ms`;
  if (ms >= 0.1) return `${fixed(ms, 2)} ms`;
  return `${fixed(ms * 1000, 1)} µs`;
}
