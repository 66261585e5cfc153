// Walker's alias method in plain JavaScript: one 32-bit random number and one look-up a letter. Names go, as tokens
// with a 0 behind each, into a buffer that is used again and again.
import { Sfc32 } from './sfc32.js';
import { namesEachSecond } from './timing.js';

export function prepare({ size, counts }) {
    const bits = Math.max(1, Math.ceil(Math.log2(size)));
    const width = 2 ** bits;
    const fractionBits = 32 - bits;
    const thresholds = new Uint32Array(size * width);
    const aliases = new Uint32Array(size * width);
    for (let row = 0; row < size; row += 1) {
        fillRow(counts.slice(row * size, (row + 1) * size), row * width);
    }

    function fillRow(rowCounts, at) {
        const total = rowCounts.reduce((sum, count) => sum + count, 0);
        const share = Array.from(
            { length: width },
            (_, i) => ((rowCounts[i] ?? 0) / total) * width,
        );
        const small = [];
        const large = [];
        share.forEach((one, i) => (one < 1 ? small : large).push(i));
        while (small.length > 0 && large.length > 0) {
            const poor = small.pop();
            const rich = large[large.length - 1];
            thresholds[at + poor] = Math.floor(share[poor] * 2 ** fractionBits);
            aliases[at + poor] = rich;
            share[rich] -= 1 - share[poor];
            if (share[rich] < 1) small.push(large.pop());
        }
        for (const full of [...small, ...large]) aliases[at + full] = full;
    }

    const random = new Sfc32(1);
    const mask = 2 ** fractionBits - 1;
    const room = 1 << 16;
    const buffer = new Uint32Array(room + 1024);

    function fill() {
        let names = 0;
        let at = 0;
        let context = 0;
        while (at < room) {
            const number = random.next();
            const column = number >>> fractionBits;
            const cell = (context << bits) + column;
            context = (number & mask) >>> 0 < thresholds[cell] ? column : aliases[cell];
            buffer[at] = context;
            at += 1;
            if (context === 0) names += 1;
        }
        return names;
    }
    return {
        sample: () => (fill(), buffer.slice(0, room)),
        measure: (ms) => namesEachSecond(fill, ms),
    };
}
