// Reading and counting large lists: natively, in wasm, by the page from a dropped File, and by a JavaScript loop,
// beside the bare drain of the stream and a read of memory.
import { LineProcess } from '../harness/line-process.mjs';
import { makeLists } from '../harness/lists.mjs';
import { least, median, ratio, takeTurns } from '../harness/rounds.mjs';
import { openLab } from './drop.mjs';
import { measureGrowth } from './read-growth.mjs';

/** The page comes right behind the drain, and last who leaves most garbage: a browser collects it in others' turns. */
const kinds = [
  ['drain', 'drain'],
  ['wasm', 'wasm-read'],
  ['wasm-count', 'wasm-count'],
  ['js', 'js-read'],
];

/** Megabytes a second; whoever reads a list must find the same number of names. */
function checkedRate(bytes) {
  let expected = null;
  return (id, { seconds, names }) => {
    expected ??= names;
    if (names !== expected) throw new Error(`${id} found ${names} names, not ${expected}.`);
    return bytes / 1e6 / seconds;
  };
}

async function nativeContenders(program, list, rate) {
  const native = new LineProcess(program, []);
  await native.ask(`load ${list.path}`);
  const ask = async (command) => {
    const [seconds, names] = (await native.ask(command)).split(' ').map(Number);
    return { seconds, names };
  };
  const reader = (id, command) => ({ id, measure: async () => rate(id, await ask(command)) });
  const sum = async () => list.bytes / 1e6 / (await ask('sum')).seconds;
  return {
    contenders: [
      { id: 'memory', measure: sum },
      reader('native-memory', `read ${list.bytes}`),
      reader('native-file', `read-file ${list.path}`),
    ],
    stop: () => native.close(),
  };
}

async function placeContenders(place, list, rate) {
  await place.benchPage?.choose('#list', list.path);
  const source = place.benchPage === undefined ? { path: list.path } : { file: 'chosen' };
  const contenders = [];
  for (const [kind, module] of kinds) {
    const ask = await place.start(module, source);
    const id = `${kind}-${place.id}`;
    contenders.push({
      id,
      measure: async () => {
        const found = await ask('measure', null);
        if (kind !== 'drain') return rate(id, found);
        if (found.bytes !== list.bytes) throw new Error(`${id} read ${found.bytes} bytes.`);
        return list.bytes / 1e6 / found.seconds;
      },
    });
  }
  return contenders;
}

async function measureList(list, { natives, places, pageUrl, say, quick }) {
  const rate = checkedRate(list.bytes);
  const native = await nativeContenders(natives.sse2, list, rate);
  const contenders = [...native.contenders];
  const labs = [];
  for (const place of places) {
    const [drain, ...others] = await placeContenders(place, list, rate);
    contenders.push(drain);
    if (place.newPage !== undefined) {
      const lab = await openLab(place, pageUrl, list.path);
      labs.push(lab);
      const id = `page-${place.id}`;
      contenders.push({ id, measure: async () => rate(id, await lab.drop()) });
    }
    contenders.push(...others);
  }
  const measured = await takeTurns(contenders, quick ? 2 : 7, (text) =>
    say(`read ${list.id}: ${text}`),
  );
  native.stop();
  for (const lab of labs) await lab.close();
  for (const place of places) await place.stop();
  return {
    rows: contenders.map(({ id }) => ({ id, megabytesPerSecond: median(measured.get(id)) })),
    ratios: ratios(measured, list.id === 'shuffled' ? '' : `_${list.id}`),
  };
}

/** Where no browser is named it is the slower one, and where no list is, shuffled copies. */
function ratios(measured, suffix) {
  const found = {};
  for (const [name, above, below] of [
    ['ingest_over_stream_drain', 'page', 'drain'],
    ['ingest_in_worker_over_stream_drain', 'wasm', 'drain'],
    ['count_over_stream_drain', 'wasm-count', 'drain'],
    ['ingest_over_js', 'page', 'js'],
  ]) {
    const [chromium, firefox] = ['chromium', 'firefox'].map((at) =>
      ratio(measured, `${above}-${at}`, `${below}-${at}`),
    );
    found[`${name}${suffix}`] = least([chromium, firefox]);
    found[`${name}${suffix}_chromium`] = chromium;
    found[`${name}${suffix}_firefox`] = firefox;
  }
  return found;
}

export async function run(context) {
  const { build, namesPath, quick, say, places } = context;
  const lists = await makeLists({
    folder: `${build}/bench/lists`,
    source: namesPath,
    megabytes: quick ? 20 : 200,
    say: (text) => say(`read: ${text}`),
  });
  const found = {};
  const all = {};
  for (const list of lists) {
    const { rows, ratios: each } = await measureList(list, context);
    found[list.id] = rows;
    Object.assign(all, each);
  }
  const chromium = places.find(({ id }) => id === 'chromium');
  const growth = await measureGrowth(lists, { ...context, chromium });
  return { lists: found, growth: growth.rows, ratios: { ...all, ...growth.ratios } };
}
