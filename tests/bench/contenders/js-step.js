// The core's algorithm in plain JavaScript: full-batch descent on the table of counts, in place, on preallocated typed
// arrays of the asked precision. Every contender runs in a worker of its own, so the engine compiles each for one type.
import { nanosecondsEach } from './timing.js';

export function prepare({ size, counts, initial, precision }) {
    const Numbers = precision === 'float32' ? Float32Array : Float64Array;
    const n = counts.reduce((sum, count) => sum + count, 0);
    const shares = Numbers.from(counts, (count) => count / n);
    const rowShares = Numbers.from({ length: size }, (_, row) => {
        const rowCounts = counts.slice(row * size, (row + 1) * size);
        return rowCounts.reduce((sum, count) => sum + count, 0) / n;
    });
    const weights = new Numbers(size * size);
    const powers = new Numbers(size);
    const rate = 50;
    const slope = (2 * 0.01) / (size * size);

    function run(steps) {
        for (let step = 0; step < steps; step += 1) {
            for (let row = 0; row < size; row += 1) {
                const start = row * size;
                let largest = weights[start];
                for (let column = 1; column < size; column += 1) {
                    const weight = weights[start + column];
                    if (weight > largest) largest = weight;
                }
                let sum = 0;
                for (let column = 0; column < size; column += 1) {
                    const power = Math.exp(weights[start + column] - largest);
                    powers[column] = power;
                    sum += power;
                }
                const scale = rowShares[row] / sum;
                for (let column = 0; column < size; column += 1) {
                    const cell = start + column;
                    const weight = weights[cell];
                    weights[cell] =
                        weight - rate * (powers[column] * scale - shares[cell] + slope * weight);
                }
            }
        }
    }

    return {
        weightsAfter: (steps) => {
            weights.set(initial);
            run(steps);
            return weights;
        },
        measure: (ms) => {
            weights.set(initial);
            return nanosecondsEach(run, ms);
        },
    };
}
