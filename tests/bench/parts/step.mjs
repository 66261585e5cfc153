// A full-batch step on the lecture's counts, everywhere.
import { lectureFigures } from '../harness/lecture.mjs';
import { LineProcess } from '../harness/line-process.mjs';
import { median, ratio, takeTurns } from '../harness/rounds.mjs';
import { measureGrowth } from './step-growth.mjs';

/** The weights after 1,000 steps, on every target (tests/core/trainer_test.cpp). */
const fingerprint = '9b6db2195ed71d77';

/** Largest difference of a weight after ten steps that float32 and another order of sums explain. */
const tolerance = 2e-3;

export function checkWeights(id, weights, { after10 }) {
  const gap = Math.max(...after10.map((weight, i) => Math.abs(weight - weights[i])));
  if (!(gap < tolerance)) throw new Error(`${id} trains wrongly: a weight is off by ${gap}.`);
}

export async function nativeStep(id, program, { size, counts }) {
  const native = new LineProcess(program, []);
  await native.ask(`counts ${size} ${counts.join(' ')}`);
  const trained = await native.ask('fingerprint 1000');
  if (trained !== fingerprint) throw new Error(`${id} trains wrongly: ${trained}.`);
  return {
    id,
    measure: async (ms) => Number(await native.ask(`step ${ms}`)),
    stop: () => native.close(),
  };
}

/** What is installed of Python's libraries. */
export async function pythonSteps(script, figures) {
  const { size, counts, initial } = figures;
  const python = new LineProcess('/usr/bin/python3', [script]);
  const steps = [];
  /** @type {Record<string, string | null>} */
  const versions = {};
  for (const id of ['torch_lecture', 'torch_cross_entropy', 'numpy_lecture']) {
    const version = await python.ask(`library ${id}`).catch(() => 'none');
    versions[id.split('_')[0]] = version === 'none' ? null : version;
    if (version === 'none') continue;
    await python.ask(`counts ${size} ${counts.join(' ')}`);
    const weights = await python.ask(`weights ${id} 10 ${initial.join(' ')}`);
    checkWeights(id, weights.split(' ').map(Number), figures);
    steps.push({ id, measure: async (ms) => Number(await python.ask(`step ${id} ${ms}`)) });
  }
  return { steps, versions, stop: () => python.close() };
}

export async function scriptStep(place, module, figures, options = {}) {
  const id = [module, options.precision, place.id].filter(Boolean).join('-');
  const { size, counts, initial } = figures;
  const ask = await place.start(module, { size, counts, initial, ...options });
  checkWeights(id, await ask('weightsAfter', 10), figures);
  return { id, measure: (ms) => ask('measure', ms) };
}

/**
 * The same algorithm in JavaScript.
 * @type {[module: string, options: { precision?: string }][]}
 */
export const sameAlgorithm = [
  ['js-step', { precision: 'float64' }],
  ['js-step', { precision: 'float32' }],
  ['js-polynomial-step', {}],
];

export async function run({ natives, places, lectureScript, say, quick }) {
  const figures = await lectureFigures();
  const ms = quick ? 50 : 150;
  const steps = [];
  for (const [id, program] of Object.entries(natives)) {
    steps.push(await nativeStep(`native-${id}`, program, figures));
  }
  const python = await pythonSteps(lectureScript, figures);
  steps.push(...python.steps);
  for (const place of places) {
    for (const [module, options] of [['wasm-step', {}], ...sameAlgorithm]) {
      steps.push(await scriptStep(place, module, figures, options));
    }
  }
  const chromium = places.find(({ id }) => id === 'chromium');
  for (const module of ['lecture-step', 'tfjs-step']) {
    steps.push(await scriptStep(chromium, module, figures));
  }
  const contenders = steps.map(({ id, measure }) => ({ id, measure: () => measure(ms) }));
  const measured = await takeTurns(contenders, quick ? 3 : 15, (text) => say(`step: ${text}`));
  for (const step of steps) step.stop?.();
  python.stop();
  for (const place of places) await place.stop();

  const growth = await measureGrowth({ native: natives.sse2, chromium, say, quick });
  return {
    versions: python.versions,
    rows: steps.map(({ id }) => ({ id, nanoseconds: median(measured.get(id)) })),
    growth: growth.rows,
    ratios: { ...ratios(measured), ...growth.ratios },
  };
}

function ratios(measured) {
  const over = (above, below) => ratio(measured, above, below);
  /** The better of the usual two. */
  const best = (place) => {
    const [double, single] = ['float64', 'float32'].map((kind) => `js-step-${kind}-${place}`);
    return median(measured.get(double)) < median(measured.get(single)) ? double : single;
  };
  const wasm = 'wasm-step-chromium';
  return {
    wasm_chromium_over_native_sse2: over(wasm, 'native-sse2'),
    wasm_firefox_over_native_sse2: over('wasm-step-firefox', 'native-sse2'),
    wasm_node_over_native_sse2: over('wasm-step-node', 'native-sse2'),
    js_over_wasm_chromium: over(best('chromium'), wasm),
    js_over_wasm_firefox: over(best('firefox'), 'wasm-step-firefox'),
    js_float32_over_wasm_chromium: over('js-step-float32-chromium', wasm),
    js_float64_over_wasm_chromium: over('js-step-float64-chromium', wasm),
    js_polynomial_over_wasm_chromium: over('js-polynomial-step-chromium', wasm),
    native_sse2_over_native_v3: over('native-sse2', 'native-v3'),
    native_sse2_over_native_v4: over('native-sse2', 'native-v4'),
    js_lecture_over_wasm_chromium: over('lecture-step-chromium', wasm),
    tfjs_lecture_over_wasm_chromium: over('tfjs-step-chromium', wasm),
    torch_lecture_over_wasm_chromium: over('torch_lecture', wasm),
    torch_cross_entropy_over_wasm_chromium: over('torch_cross_entropy', wasm),
    numpy_lecture_over_wasm_chromium: over('numpy_lecture', wasm),
  };
}
