// The core's algorithm in plain JavaScript: full-batch descent on the table of counts, in place, on typed arrays of the
// asked precision.
import { tableDescent } from './table-descent.js';

export const prepare = (problem) => tableDescent(problem, stepsOn);

function stepsOn({ size, shares, rowShares, weights, powers, rate, slope }) {
    return function run(steps) {
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
    };
}
