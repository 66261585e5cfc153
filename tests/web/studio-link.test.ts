import { expect, test } from 'vitest';
import { mostParts } from '../../web/links/blend.ts';
import { readLink, writeLink } from '../../web/links/link.ts';
import type { LinkedPart } from '../../web/links/link.ts';
import { areFree, readStudio } from '../../web/links/studio.ts';
import { plainReading } from '../../web/lists/reading.ts';
import { freeRules, studioDefaults } from '../../web/state/studio-defaults.ts';

const sha256 = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855';
const read = (text: string) => readStudio(new URLSearchParams(text));

test('what cannot be asked for is not read', () => {
  expect(read('')).toEqual(studioDefaults);
  expect(read('model=best&temperature=0&min=-1&max=0&many=0&by=beauty')).toEqual(studioDefaults);
  expect(read('temperature=1e9&max=1001&many=1001&min=2.5')).toEqual(studioDefaults);
  expect(read(`starts=${'a'.repeat(201)}&contains=&contains=b`).rules).toEqual({
    ...freeRules,
    contains: ['b'],
  });
  expect(read(`contains=${Array(30).fill('a').join('&contains=')}`).rules.contains).toHaveLength(
    20,
  );
});

test('rules are free where nothing is asked', () => {
  expect(areFree(freeRules)).toBe(true);
  expect(areFree({ ...freeRules, contains: [''], minLength: 1 })).toBe(true);
  expect(areFree({ ...freeRules, notContains: ['', 'a'] })).toBe(false);
  expect(areFree({ ...freeRules, minLength: 2 })).toBe(false);
  expect(areFree({ ...freeRules, maxLength: 9 })).toBe(false);
});

test('a blend comes back with its lists and weights, whole or not at all', () => {
  const parts: LinkedPart[] = [
    { weight: 1, list: { from: 'named', name: 'given-names' }, reading: plainReading },
    {
      weight: 1000,
      list: { from: 'asked-for', title: 'my * list & more', sha256 },
      reading: {
        windows1252: true,
        records: { separator: ';', header: true, names: 0, weight: 2 },
        foldsCase: true,
        once: true,
      },
    },
  ];
  const link = { ...readLink(''), list: { from: 'blend' as const, parts } };
  const text = writeLink(link);
  expect(text).toMatch(/^[\w.*%+=&~-]+$/);
  expect(readLink(text)).toEqual(link);
  for (const broken of [
    '0*given-names',
    '1001*given-names',
    '1*no-list',
    `1*${sha256}`,
    'given-names',
    '1_sideways*given-names',
    '1_fold.sideways*given-names',
  ]) {
    expect(readLink(`blend=2*elements&blend=${encodeURIComponent(broken)}`).list).toEqual({
      from: 'named',
      name: 'given-names',
    });
  }
  const some = (count: number) => readLink('blend=1*stars&'.repeat(count)).list.from;
  expect(some(mostParts)).toBe('blend');
  expect(some(mostParts + 1)).toBe('named');
});
