import { expect, test } from 'vitest';
import type { KeptName } from '../../web/keeping/storage.ts';
import { Shortlist } from '../../web/studio/shortlist.ts';

/** A shelf in memory, as a tab finds it. */
function shelf(kept = new Map<string, KeptName>()) {
  return {
    kept,
    entries: () => Promise.resolve([...kept]),
    put: (key: string, value: KeptName) => Promise.resolve(kept.set(key, value).size > 0),
    delete: (key: string) => Promise.resolve(void kept.delete(key)),
  };
}

async function open(store = shelf()) {
  const list = new Shortlist(store, () => undefined);
  await new Promise((resolve) => setTimeout(resolve));
  return { list, store, names: () => list.all.map(({ name }) => name) };
}

async function filled() {
  const all = await open();
  for (const name of ['ada', 'bea', 'cai', 'dov']) all.list.add(name, 'a list');
  return all;
}

test('names stay in the order they came, once each, and are there again', async () => {
  const { list, store, names } = await filled();
  list.add('ada', 'another list');
  list.note('bea', 'like');
  expect(names()).toEqual(['ada', 'bea', 'cai', 'dov']);
  const again = await open(store);
  expect(again.list.all.map(({ name, note, from }) => [name, note, from])).toEqual([
    ['ada', '', 'a list'],
    ['bea', 'like', 'a list'],
    ['cai', '', 'a list'],
    ['dov', '', 'a list'],
  ]);
});

test('a name goes to any place and stays there', async () => {
  const { list, store, names } = await filled();
  list.move('dov', 0);
  expect(names()).toEqual(['dov', 'ada', 'bea', 'cai']);
  list.move('dov', 2);
  expect(names()).toEqual(['ada', 'bea', 'dov', 'cai']);
  list.move('ada', 99);
  expect(names()).toEqual(['bea', 'dov', 'cai', 'ada']);
  list.move('ada', -3);
  expect(names()).toEqual(['ada', 'bea', 'dov', 'cai']);
  expect((await open(store)).names()).toEqual(names());
});

test('moved often into the same gap, the order still holds', async () => {
  const { list, store, names } = await filled();
  for (let i = 0; i < 200; i += 1) {
    list.move('cai', 1);
    list.move('bea', 1);
  }
  expect(names()).toEqual(['ada', 'bea', 'cai', 'dov']);
  expect((await open(store)).names()).toEqual(['ada', 'bea', 'cai', 'dov']);
});

test('what was removed comes back where it was, with its note', async () => {
  const { list, store, names } = await filled();
  list.note('bea', 'like');
  const undo = list.remove('bea');
  expect(names()).toEqual(['ada', 'cai', 'dov']);
  expect(store.kept.has('bea')).toBe(false);
  undo();
  undo();
  expect(names()).toEqual(['ada', 'bea', 'cai', 'dov']);
  expect(list.all[1]?.note).toBe('like');
  const undoAll = list.clear();
  expect(names()).toEqual([]);
  undoAll();
  expect(names()).toEqual(['ada', 'bea', 'cai', 'dov']);
});

test('two tabs keep each other’s names', async () => {
  const store = shelf();
  const one = await open(store);
  const two = await open(store);
  one.list.add('ada', '');
  two.list.add('bea', '');
  expect((await open(store)).names().sort()).toEqual(['ada', 'bea']);
});

test('what is starred before storage has been read stays', async () => {
  const store = shelf(new Map([['old', { from: '', note: '', place: 1 }]]));
  const list = new Shortlist(store, () => undefined);
  list.add('new', '');
  await new Promise((resolve) => setTimeout(resolve));
  expect(list.all.map(({ name }) => name).sort()).toEqual(['new', 'old']);
});
