import { expect, test, vi } from 'vitest';
import type { Core } from '../../web/worker/core.ts';
import { readList } from '../../web/worker/load.ts';

/** A core that only keeps what it is fed. */
function fakeCore(failAt = Number.POSITIVE_INFINITY) {
  const fed: number[] = [];
  const deleted = vi.fn();
  class CorpusReader {
    feed(bytes: Uint8Array) {
      for (const byte of bytes) fed.push(byte);
      if (fed.length > failAt) throw new Error('line 1: no');
    }
    finish = () => 'corpus';
    delete = deleted;
  }
  const corpusOfCounts = vi.fn(() => 'corpus of counts');
  return {
    core: { CorpusReader, corpusOfCounts } as unknown as Core,
    fed,
    deleted,
    corpusOfCounts,
  };
}

const watch = { progress: () => undefined, cancelled: () => false };

test('feeds the bytes of a text, all of them and in order, and frees the reader', async () => {
  const { core, fed, deleted } = fakeCore();
  expect(await readList(core, { from: 'text', text: 'né\nб\n' }, watch)).toEqual({
    corpus: 'corpus',
    training: null,
  });
  expect(new TextDecoder().decode(Uint8Array.from(fed))).toBe('né\nб\n');
  expect(deleted).toHaveBeenCalledTimes(1);
});

test('feeds a file that comes in many chunks', async () => {
  const { core, fed } = fakeCore();
  const bytes = Uint8Array.from({ length: 2_500_000 }, (_, i) => (i * 7) % 251);
  await readList(core, { from: 'file', file: new File([bytes], 'long.txt') }, watch);
  expect(Buffer.compare(Uint8Array.from(fed), bytes)).toBe(0);
});

test('frees the reader when the core refuses, and passes its reason on', async () => {
  const { core, deleted } = fakeCore(2);
  await expect(readList(core, { from: 'text', text: 'anna' }, watch)).rejects.toThrow('line 1: no');
  expect(deleted).toHaveBeenCalledTimes(1);
});

test('gives up where it is told to', async () => {
  const { core, deleted } = fakeCore();
  const given = await readList(
    core,
    { from: 'text', text: 'anna' },
    { ...watch, cancelled: () => true },
  );
  expect(given).toBe(null);
  expect(deleted).toHaveBeenCalledTimes(1);
});

test('says why a file that goes away under it was not read, and frees the reader', async () => {
  const { core, deleted } = fakeCore();
  let pieces = 0;
  const file = new File([], 'gone.txt');
  file.stream = () =>
    new ReadableStream({
      pull(controller) {
        pieces += 1;
        if (pieces === 1) controller.enqueue(Uint8Array.of(97, 10));
        else controller.error(new DOMException('Whatever browsers say', 'NotFoundError'));
      },
    });
  const reading = readList(core, { from: 'file', file }, watch);
  await expect(reading).rejects.toThrow('moved, changed or deleted, or it is a folder');
  await expect(reading).rejects.toBeInstanceOf(DOMException);
  expect(deleted).toHaveBeenCalledTimes(1);
});

test('hands counts over as they are', async () => {
  const { core, corpusOfCounts } = fakeCore();
  const counts = Float64Array.of(0, 1, 1, 0);
  const figures = { names: 1, distinctNames: 1, shortest: 1, longest: 1 };
  const source = { from: 'counts', characters: 'a', counts, figures } as const;
  expect(await readList(core, source, watch)).toEqual({
    corpus: 'corpus of counts',
    training: null,
  });
  expect(corpusOfCounts).toHaveBeenCalledWith('a', counts, figures);
});
