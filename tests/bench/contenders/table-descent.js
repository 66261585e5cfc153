// What the steps on the table of counts share: the lecture's problem in typed arrays that are allocated once, and how
// their steps are asked for. Every contender runs in a worker of its own, so the engine compiles each for one type.
import { nanosecondsEach } from './timing.js';

/** `stepsOn` makes, of these arrays, the function that takes so many steps. */
export function tableDescent({ size, counts, initial, precision = 'float64' }, stepsOn) {
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
    const run = stepsOn({ size, shares, rowShares, weights, powers, rate, slope });
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
