// Names a second: the core's alias sampler, and two samplers in JavaScript.
import { LineProcess } from '../harness/line-process.mjs';
import { lectureFigures } from '../harness/lecture.mjs';
import { median, ratio, takeTurns } from '../harness/rounds.mjs';

/** How often each token is drawn must be what the model says, to within some five standard deviations. */
export function checkTokens(id, tokens, { size, counts }) {
  const total = counts.reduce((sum, count) => sum + count, 0);
  const drawn = new Array(size).fill(0);
  for (const token of tokens) drawn[token] += 1;
  for (let token = 0; token < size; token += 1) {
    let expected = 0;
    for (let row = 0; row < size; row += 1) expected += counts[row * size + token] / total;
    const found = drawn[token] / tokens.length;
    // Letters of a name hang together, which widens the spread of a count a little.
    const allowed = 8 * Math.sqrt((expected * (1 - expected)) / tokens.length) + 1e-4;
    if (Math.abs(found - expected) > allowed) {
      throw new Error(`${id} draws token ${token} in ${found} of cases, not ${expected}.`);
    }
  }
}

export async function run({ natives, places, say, quick }) {
  const figures = await lectureFigures();
  const { size, counts } = figures;
  const ms = quick ? 50 : 150;
  const native = new LineProcess(natives.sse2, []);
  await native.ask(`counts ${size} ${counts.join(' ')}`);
  const contenders = [
    { id: 'native-alias', measure: async () => Number(await native.ask(`names ${ms}`)) },
  ];
  for (const place of places) {
    for (const module of ['wasm-alias', 'js-alias', 'js-cdf']) {
      const ask = await place.start(module, { size, counts });
      const id = `${module}-${place.id}`;
      checkTokens(id, await ask('sample', null), figures);
      contenders.push({ id, measure: () => ask('measure', ms) });
    }
  }
  const measured = await takeTurns(contenders, quick ? 3 : 15, (text) => say(`names: ${text}`));
  native.close();
  for (const place of places) await place.stop();
  const over = (place, baseline) => ratio(measured, `wasm-alias-${place}`, `${baseline}-${place}`);
  return {
    rows: contenders.map(({ id }) => ({ id, namesPerSecond: median(measured.get(id)) })),
    ratios: {
      alias_over_js_alias: over('chromium', 'js-alias'),
      alias_over_js_cdf: over('chromium', 'js-cdf'),
      alias_over_js_alias_firefox: over('firefox', 'js-alias'),
      alias_over_js_cdf_firefox: over('firefox', 'js-cdf'),
    },
  };
}
