// Every list that comes with the page, held to the rules of web/public/lists/README.md.
import { readdirSync, readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { listNames, namedLists } from '../../web/lists/bundled.ts';
import type { BundledList } from '../../web/lists/bundled.ts';

const folder = new URL('../../web/public/', import.meta.url);
const texts = listNames.filter((name) => namedLists[name].url.endsWith('.txt'));

const letters: Record<BundledList['script'], RegExp> = {
  Latn: /^[\p{Script=Latin}]+( |-|'|[\p{Script=Latin}])*$/u,
  Grek: /^\p{Script=Greek}+$/u,
  Cyrl: /^\p{Script=Cyrillic}+$/u,
  Hira: /^\p{Script=Hiragana}+$/u,
  Hang: /^[가-힣]+$/u,
  Arab: /^\p{Script=Arabic}+$/u,
};

const bytesOf = (name: keyof typeof namedLists) =>
  readFileSync(new URL(namedLists[name].url, folder));
const linesOf = (name: keyof typeof namedLists) => {
  const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytesOf(name));
  expect(text.endsWith('\n')).toBe(true);
  return text.slice(0, -1).split('\n');
};
const byCodePoint = (a: string, b: string) =>
  Buffer.compare(Buffer.from(a, 'utf8'), Buffer.from(b, 'utf8'));

describe.each(texts)('%s', (name) => {
  const { names, script, language } = namedLists[name];

  it('holds the names it says, each once, in order', () => {
    const lines = linesOf(name);
    expect(lines).toHaveLength(names);
    expect(lines).toEqual([...new Set(lines)].sort(byCodePoint));
  });

  it('is written in one script, lower case and composed', () => {
    for (const line of linesOf(name)) {
      expect(line).toBe(line.normalize('NFC'));
      expect(line).toBe(line.toLowerCase());
      expect(line).toBe(line.trim());
      expect(line).toMatch(letters[script]);
    }
  });

  it('names a language that is one', () => {
    if (language !== null) expect(Intl.getCanonicalLocales(language)).toEqual([language]);
  });

  it('is small', () => {
    const most = name === 'given-names' ? 10_000 : 6_000;
    expect(gzipSync(bytesOf(name), { level: 9 }).length).toBeLessThan(most);
  });
});

it('counts what others have counted', () => {
  expect(linesOf('elements')).toHaveLength(118);
  expect(linesOf('constellations')).toHaveLength(88);
});

it('offers every file of the folder, and no title twice', () => {
  const offered = listNames.map((name) => namedLists[name].url.replace('./lists/', ''));
  const files = readdirSync(new URL('lists/', folder)).filter((file) => file !== 'README.md');
  expect(offered.sort()).toEqual(files.sort());
  const titles = listNames.map((name) => namedLists[name].title);
  expect(new Set(titles).size).toBe(titles.length);
});

it('weighs little beside the default', () => {
  const others = texts.filter((name) => name !== 'given-names');
  const bytes = others.map((name) => gzipSync(bytesOf(name), { level: 9 }).length);
  expect(bytes.reduce((sum, each) => sum + each, 0)).toBeLessThan(60_000);
});
