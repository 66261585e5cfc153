// The core's alias sampler in wasm.
import createBench from './makemore_bench.js';
import { namesEachSecond } from './timing.js';

export async function prepare({ size, counts }) {
    const core = await createBench();
    const table = core._table(size);
    for (let row = 0; row < size; row += 1) {
        const rowCounts = counts.slice(row * size, (row + 1) * size);
        const total = rowCounts.reduce((sum, count) => sum + count, 0);
        const shares = rowCounts.map((count) => count / total);
        core.HEAPF64.set(shares, table / 8 + row * size);
    }
    const room = 1 << 16;
    const buffer = core._start(size, 1, room);
    const fill = () => core._draw();
    return {
        sample: () => (fill(), core.HEAPU32.slice(buffer / 4, buffer / 4 + room)),
        measure: (ms) => namesEachSecond(fill, ms),
    };
}
