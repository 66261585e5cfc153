// How the time of reading grows: with the bytes, for shuffled copies; and with the names already read, for a list whose
// names are all distinct, while the set of distinct names fills up to its bound.
import { LineProcess } from '../harness/line-process.mjs';
import { median, spread, takeTurns } from '../harness/rounds.mjs';

/** In megabytes. The bound is behind the last size of the distinct names. */
const sizes = { shuffled: [2, 8, 20, 50, 100, 200], distinct: [1, 2, 4, 8] };

async function measureOne(list, { natives, chromium, say, quick }) {
  const native = new LineProcess(natives.sse2, []);
  await native.ask(`load ${list.path}`);
  await chromium.benchPage.choose('#list', list.path);
  const ask = await chromium.start('wasm-read', { file: 'chosen' });
  const seconds = {
    native: async (size) => Number((await native.ask(`read ${size * 1e6}`)).split(' ')[0]),
    wasm: async (size) => (await ask('measure', size * 1e6)).seconds,
  };
  const measurable = sizes[list.id].filter((size) => size * 1e6 <= list.bytes);
  const contenders = measurable.flatMap((size) =>
    Object.entries(seconds).map(([kind, measure]) => ({
      id: `${kind}-${size}`,
      measure: () => measure(size),
    })),
  );
  const measured = await takeTurns(contenders, quick ? 2 : 9, (text) =>
    say(`read ${list.id} by size: ${text}`),
  );
  native.close();
  await chromium.stop();
  const rate = (kind, size) => size / median(measured.get(`${kind}-${size}`));
  return measurable.map((size) => ({
    id: list.id,
    megabytes: size,
    native: rate('native', size),
    wasm: rate('wasm', size),
  }));
}

export async function measureGrowth(lists, context) {
  const rows = [];
  const ratios = {};
  for (const list of lists.filter(({ id }) => id in sizes)) {
    const found = await measureOne(list, context);
    rows.push(...found);
    const suffix = list.id === 'shuffled' ? '' : `_${list.id}`;
    for (const [kind, where] of [
      ['native', 'native'],
      ['wasm', 'chromium'],
    ]) {
      ratios[`read_byte_cost_max_over_min${suffix}_${where}`] = spread(
        found.map((row) => row[kind]),
      );
    }
  }
  return { rows, ratios };
}
