// The core in wasm counting a list without the set of its distinct names, in the pieces in which the page reads.
import createBench from './makemore_bench.js';

const pieceBytes = 1 << 18;

export async function prepare({ file }) {
    const core = await createBench();

    async function count() {
        const room = core._open_list(pieceBytes);
        const stream = file.stream().getReader();
        for (;;) {
            const { done, value } = await stream.read();
            if (done) return core._close_list();
            for (let at = 0; at < value.length; at += pieceBytes) {
                const piece = value.subarray(at, at + pieceBytes);
                core.HEAPU8.set(piece, room);
                if (!core._feed(piece.length)) throw new Error('The list was refused.');
            }
        }
    }
    return {
        measure: async () => {
            const start = performance.now();
            const names = await count();
            return { seconds: (performance.now() - start) / 1000, names };
        },
    };
}
