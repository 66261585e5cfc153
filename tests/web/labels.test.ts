import { expect, test } from 'vitest';
import { axisLabel, spokenLabel, strangerIn, tokenLabel } from '../../web/text/labels.ts';

const alphabet = ['.', ' ', '.', 'a', '\u0301', '\u200d', '\u00a0', '가', '🦊', '\ufe0f', '\u3164'];

test('the boundary and a full stop of the list never look the same', () => {
  expect(tokenLabel(alphabet, 0)).toBe('.');
  expect(tokenLabel(alphabet, 2)).toBe('‘.’');
  expect(axisLabel(alphabet, 2)).not.toBe(axisLabel(alphabet, 0));
  expect(spokenLabel(alphabet, 0)).toBe('boundary');
  expect(spokenLabel(alphabet, 2)).toBe('full stop');
});

test('what has no shape of its own gets one', () => {
  expect(tokenLabel(alphabet, 1)).toBe('␣');
  expect(tokenLabel(alphabet, 4)).toBe('◌\u0301');
  expect(tokenLabel(alphabet, 5)).toBe('U+200D');
  expect(tokenLabel(alphabet, 6)).toBe('U+00A0');
  expect(tokenLabel(alphabet, 9)).toBe('U+FE0F');
  expect(tokenLabel(alphabet, 10)).toBe('U+3164');
  expect(axisLabel(alphabet, 5)).toBe('▯');
  expect(spokenLabel(alphabet, 1)).toBe('space');
});

test('everything else is itself', () => {
  for (const id of [3, 7, 8]) expect(tokenLabel(alphabet, id)).toBe(alphabet[id]);
});

test('finds the first letter that an alphabet lacks, by code point', () => {
  expect(strangerIn('a가🦊', alphabet)).toBe(null);
  expect(strangerIn('a🐙b', alphabet)).toBe('🐙');
  expect(strangerIn('.', ['.', 'a'])).toBe('.');
});
