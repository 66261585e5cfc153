// Sampling by cumulative sums in plain JavaScript: the first letter whose running sum exceeds a random number, found by
// bisection.
import { Sfc32 } from './sfc32.js';
import { namesEachSecond } from './timing.js';

export function prepare({ size, counts }) {
    const sums = new Float64Array(size * size);
    for (let row = 0; row < size; row += 1) {
        let sum = 0;
        for (let column = 0; column < size; column += 1) {
            sum += counts[row * size + column];
            sums[row * size + column] = sum;
        }
        for (let column = 0; column < size; column += 1) sums[row * size + column] /= sum;
    }
    const random = new Sfc32(1);
    const room = 1 << 16;
    const buffer = new Uint32Array(room);

    function fill() {
        let names = 0;
        let at = 0;
        let context = 0;
        while (at < room) {
            const number = (random.next() >>> 0) / 2 ** 32;
            const start = context * size;
            let low = 0;
            let high = size - 1;
            while (low < high) {
                const middle = (low + high) >>> 1;
                if (sums[start + middle] > number) high = middle;
                else low = middle + 1;
            }
            context = low;
            buffer[at] = context;
            at += 1;
            if (context === 0) names += 1;
        }
        return names;
    }
    return { sample: () => (fill(), buffer), measure: (ms) => namesEachSecond(fill, ms) };
}
