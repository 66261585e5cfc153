// The core in wasm counting a list without the set of its distinct names, in the chunks and pieces in which the page
// reads (web/worker/chunks.ts, load.ts).
import { chunksOf } from './chunks.js';
import createBench from './makemore_bench.js';

const pieceBytes = 1 << 18;

export async function prepare({ file }) {
    const core = await createBench();

    async function count() {
        const room = core._open_list(pieceBytes);
        for await (const chunk of chunksOf(file)) {
            for (let at = 0; at < chunk.length; at += pieceBytes) {
                const piece = chunk.subarray(at, at + pieceBytes);
                core.HEAPU8.set(piece, room);
                if (!core._feed(piece.length)) throw new Error('The list was refused.');
            }
        }
        return core._close_list();
    }
    return {
        measure: async () => {
            const start = performance.now();
            const names = await count();
            return { seconds: (performance.now() - start) / 1000, names };
        },
    };
}
