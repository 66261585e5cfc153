// How the page has lists read: through the module, with the browser's Unicode library.
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import createMakemore, { type Corpus, type MainModule } from '../../build/wasm/makemore.js';
import { plainReading } from '../../web/lists/reading.ts';
import type { Reading } from '../../web/messages/protocol.ts';
import { readBytes } from '../../web/worker/load.ts';
import { transform } from '../../web/worker/unicode.ts';

let core: MainModule;
const corpora: Corpus[] = [];

beforeAll(async () => {
  core = await createMakemore();
});
afterEach(() => {
  for (const corpus of corpora.splice(0)) corpus.delete();
});

function read(bytes: Uint8Array | string, reading: Partial<Reading> = {}): Corpus {
  const given = typeof bytes === 'string' ? new TextEncoder().encode(bytes) : bytes;
  const corpus = readBytes(core, given, { ...plainReading, ...reading });
  corpora.push(corpus);
  return corpus;
}

const model = (corpus: Corpus) => [...corpus.alphabet(), ...corpus.counts()];
const latin1 = (text: string) => Uint8Array.from(text, (each) => each.charCodeAt(0));

it('composes names, and folds them where it is told to', () => {
  expect(model(read('Zoe\u0308\n'))).toEqual(model(read('Zoë\n')));
  expect(model(read('ÉMILE\nIda', { foldsCase: true }))).toEqual(model(read('émile\nida')));
  expect(model(read('\uFEFFava\n\uFEFF\u0301eve'))).toEqual(model(read('ava\n\uFEFF\u0301eve')));
});

it('never asks JavaScript about lines that cannot change', () => {
  const asked = vi.fn(() => null);
  const options = { windows1252: false, records: null, foldsCase: false, transform: asked };
  const feed = (text: string, foldsCase: boolean) => {
    const reader = new core.CorpusReader({ ...options, foldsCase });
    reader.feed(new TextEncoder().encode(text));
    reader.finish().delete();
    reader.delete();
  };
  feed('Emma\nolivia\nÉmile\nZoë\n'.repeat(30_000), false);
  feed('emma\nolivia\n'.repeat(30_000), true);
  expect(asked).not.toHaveBeenCalled();
  feed('김민\n', false);
  feed('Emma\n', true);
  expect(asked).toHaveBeenCalledTimes(2);
});

describe('bytes that are not UTF-8', () => {
  it('are refused with their place, and as what they may be', () => {
    expect(() => read(latin1('Ana\nEva\nRen\xE9e\n'))).toThrow(/^line 3, column 4: 0xE9/);
    try {
      read(latin1('Ren\xE9\n'));
    } catch (error) {
      expect(error).toMatchObject({ notUtf8: true });
    }
    try {
      read('\n');
    } catch (error) {
      expect(error).toMatchObject({ notUtf8: false });
    }
  });
  it('are read as Windows-1252 where that is asked for', () => {
    const corpus = read(latin1('Ren\xE9e\n\x8Aime'), { windows1252: true });
    expect(model(corpus)).toEqual(model(read('Renée\nŠime')));
    expect(corpus.fullReport().encoding).toBe('Windows-1252');
  });
});

describe('records', () => {
  const text = 'name,sex,count\nEmma,F,3\nOlivia,F,2\nEmma,M,1\nAva,F,0\n';
  const records = { separator: ',', header: true, names: 0, weight: 2 } as const;
  it('are recognised, and shown', () => {
    expect(read(text).fullReport().records).toEqual({
      separator: ',',
      columns: 3,
      header: true,
      names: 0,
      weight: 2,
      rows: text
        .trim()
        .split('\n')
        .map((row) => row.split(',')),
    });
    expect(read('ava\neve\n').fullReport().records).toBeNull();
  });
  it('are read by their columns', () => {
    const corpus = read(text, { records });
    expect(model(corpus)).toEqual(model(read('Emma\nEmma\nEmma\nEmma\nOlivia\nOlivia')));
    expect(corpus.fullReport()).toMatchObject({ names: 6, zeroWeight: { count: 1 } });
    expect(Array.from(corpus.fullReport().zeroWeight.first)).toEqual([5]);
    const plain = read(text, { records: { ...records, header: false, weight: null } });
    expect(plain.fullReport().names).toBe(5);
  });
  it('are refused where they are none', () => {
    expect(() => read('ava\neve\n', { records })).toThrow(/^line 2: /);
  });
});

it('counts every name once where duplicates go, and reports them all the same', () => {
  const corpus = read('ava\neve\nava\n', { once: true });
  expect(model(corpus)).toEqual(model(read('ava\neve\n')));
  expect(corpus.fullReport()).toMatchObject({ names: 3, distinctNames: 2, distinctExact: true });
});

it('says how many names would be left if they were folded', () => {
  const corpus = read('Emma\nemma\nEMMA\nava\nÉva\néva\n');
  expect(corpus.distinctAfter(transform(true))).toBe(3);
  expect(corpus.distinctAfter(() => null)).toBe(6);
});

it('reports all that it found', () => {
  const report = read('ava\n\n eve \ne\u0001ve\n\nmia\nqueen\n').fullReport();
  expect(report).toMatchObject({
    names: 4,
    shortestName: 'ava',
    longestName: 'queen',
    loneCharacters: 'imnqu',
    lines: 7,
    encoding: 'UTF-8',
  });
  expect(Array.from(report.lengths)).toEqual([0, 0, 0, 3, 0, 1]);
  expect(Array.from(report.loneLines)).toEqual([6, 6, 7, 7, 7]);
  expect(report.blank.count).toBe(2);
  expect(Array.from(report.blank.first)).toEqual([2, 5]);
  expect(Array.from(report.control.first)).toEqual([4]);
});
