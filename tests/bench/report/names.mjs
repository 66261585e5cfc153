// What the table calls what was measured, and what each ratio is to reach.

const places = { chromium: 'in Chromium', firefox: 'in Firefox', node: 'in Node' };

const things = {
  'native-sse2': 'native, SSE2',
  'native-v3': 'native, x86-64-v3',
  'native-v4': 'native, x86-64-v4',
  torch_lecture: 'the lecture’s code, PyTorch',
  torch_cross_entropy: 'the lecture’s code with cross_entropy, PyTorch',
  numpy_lecture: 'the lecture’s formulation, NumPy',
  'wasm-step': 'wasm',
  'js-step-float64': 'JavaScript, Float64Array',
  'js-step-float32': 'JavaScript, Float32Array',
  'js-polynomial-step': 'JavaScript, its own exponential',
  'lecture-step': 'the lecture’s formulation, JavaScript',
  'tfjs-step': 'the lecture’s formulation, TensorFlow.js (wasm)',
  shuffled: 'shuffled copies of the names',
  distinct: 'names that are all distinct',
  accented: 'shuffled copies, every fifth name accented',
  memory: 'a read of memory, native',
  'native-memory': 'native, from memory',
  'native-file': 'native, from a file',
  drain: 'the bare drain of the stream',
  wasm: 'wasm in a worker',
  'wasm-count': 'wasm in a worker, without the distinct names',
  js: 'JavaScript with a Set',
  page: 'the page, from a dropped file',
  'native-alias': 'alias sampler, native',
  'wasm-alias': 'alias sampler, wasm',
  'js-alias': 'alias sampler, JavaScript',
  'js-cdf': 'cumulative sums, JavaScript',
  both: 'both maps',
  difference: 'their difference',
};

/** @param {string} id what, then where, parted by hyphens */
export function nameOf(id) {
  if (things[id] !== undefined) return things[id];
  for (const [place, where] of Object.entries(places)) {
    if (id === place) return where.slice(3);
    if (id.endsWith(`-${place}`)) return `${nameOf(id.slice(0, -place.length - 1))}, ${where}`;
  }
  return id;
}

const drain = { least: 0.45 };
const count = { least: 0.6 };
const js = { least: 3 };

/** By the ratio's name. */
export const targets = {
  wasm_chromium_over_native_sse2: { most: 1.3 },
  js_over_wasm_chromium: { least: 4 },
  native_sse2_over_native_v3: { least: 1.5 },
  native_sse2_over_native_v4: { least: 2.2 },
  torch_lecture_over_wasm_chromium: { least: 10_000 },
  step_cell_cost_max_over_min_native: { most: 2 },
  step_cell_cost_max_over_min_chromium: { most: 2 },
  ingest_over_stream_drain: drain,
  ingest_over_stream_drain_distinct: drain,
  ingest_over_stream_drain_accented: { least: drain.least / 2 },
  count_over_stream_drain: count,
  count_over_stream_drain_distinct: count,
  count_over_stream_drain_accented: { least: count.least / 2 },
  ingest_over_js: js,
  ingest_over_js_distinct: js,
  ingest_over_js_accented: { least: js.least / 2 },
  read_byte_cost_max_over_min_native: { most: 2 },
  read_byte_cost_max_over_min_chromium: { most: 2 },
  read_byte_cost_max_over_min_distinct_native: { most: 2 },
  read_byte_cost_max_over_min_distinct_chromium: { most: 2 },
  alias_over_js_alias: { least: 2 },
  alias_over_js_cdf: { least: 6 },
};
