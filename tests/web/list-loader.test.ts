import { beforeEach, expect, test, vi } from 'vitest';
import type { Requests } from '../../web/control/requests.ts';
import { Store } from '../../web/control/store.ts';
import type { LinkedPart, LinkedSingle } from '../../web/links/link.ts';
import { ListLoader } from '../../web/lists/loader.ts';
import { plainReading } from '../../web/lists/reading.ts';
import type { ListSource, Reading, Reply, RequestBody } from '../../web/messages/protocol.ts';
import { initialState } from '../../web/state/state.ts';

const sha256 = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855';
const own: LinkedSingle = { from: 'asked-for', title: 'own.txt', sha256 };
const stars: LinkedSingle = { from: 'named', name: 'stars' };
const folded: Reading = { ...plainReading, windows1252: true, foldsCase: true };

beforeEach(() => {
  vi.stubGlobal('requestAnimationFrame', () => 0);
  vi.stubGlobal('document', { baseURI: 'http://localhost/' });
  vi.stubGlobal('fetch', () => Promise.resolve(new Response('Rigel\n')));
});

/** A loader whose lists always open. */
function stage() {
  const opened: ListSource[] = [];
  const store = new Store(initialState);
  const ask = (request: RequestBody) => {
    if (request.kind === 'load') opened.push(request.source);
    const reply = request.kind === 'load' ? { kind: 'loaded' } : { kind: 'identified', sha256 };
    return { id: opened.length, answer: Promise.resolve(reply as Reply) };
  };
  const lists = new ListLoader(store, { ask } as unknown as Requests);
  const openOwn = async (reading: Reading) => {
    await lists.load('own.txt', { from: 'text', text: 'Åsa\n', reading }, null);
    await vi.waitFor(() => {
      expect(store.state.origin).toEqual(own);
    });
  };
  return { opened, store, lists, openOwn };
}

function readings(source: ListSource | undefined): (Reading | undefined)[] {
  if (source?.from !== 'blend') throw new Error('This is no blend.');
  return source.parts.map((part) => part.source.reading);
}

test('an own list is met as it was read last', async () => {
  const { lists, openOwn } = stage();
  await openOwn(folded);
  expect(lists.met).toEqual([{ list: own, reading: folded }]);
  await lists.reread({ ...folded, foldsCase: false });
  expect(lists.met).toEqual([{ list: own, reading: { ...folded, foldsCase: false } }]);
});

test('a blend reads each of its lists in its own way', async () => {
  const { lists, opened, openOwn, store } = stage();
  await openOwn(folded);
  const parts: LinkedPart[] = [
    { weight: 1, list: own, reading: folded },
    { weight: 2, list: stars, reading: plainReading },
  ];
  expect(await lists.loadBlend(parts, plainReading)).toBe(true);
  expect(readings(opened.at(-1))).toEqual([folded, plainReading]);
  expect(opened.at(-1)?.reading).toEqual(plainReading);
  expect(store.state.origin).toEqual({ from: 'blend', parts });
});

test('a blend is folded list by list, and loses its repeats as a whole', async () => {
  const { lists, opened, openOwn, store } = stage();
  await openOwn(folded);
  const latin1 = { ...plainReading, windows1252: true };
  const parts: LinkedPart[] = [
    { weight: 1, list: own, reading: latin1 },
    { weight: 2, list: stars, reading: plainReading },
  ];
  await lists.loadBlend(parts, plainReading);
  await lists.reread({ ...plainReading, foldsCase: true, once: true });
  const foldedStars = { ...plainReading, foldsCase: true };
  expect(readings(opened.at(-1))).toEqual([folded, foldedStars]);
  expect(opened.at(-1)?.reading).toEqual({ ...plainReading, foldsCase: true, once: true });
  expect(store.state.origin).toMatchObject({ parts: [{ reading: folded }, {}] });
  await lists.reread({ ...plainReading, once: true });
  expect(readings(opened.at(-1))).toEqual([latin1, plainReading]);
});

test('one list of a blend alone is that list', async () => {
  const { lists, opened, openOwn, store } = stage();
  await openOwn(folded);
  await lists.loadBlend([{ weight: 1, list: own, reading: folded }], plainReading);
  expect(store.state.origin).toEqual(own);
  expect(opened.at(-1)).toMatchObject({ from: 'file', reading: folded });
  await lists.loadBlend([{ weight: 1, list: stars, reading: folded }], plainReading);
  expect(store.state.origin).toEqual(stars);
  expect(opened.at(-1)).toMatchObject({ from: 'file', reading: folded });
});
