// js-step.js with an exponential of its own instead of Math.exp: the polynomial of the core in double, and a table of
// powers of two. Further than most would go in JavaScript, and the fastest we found.
import { tableDescent } from './table-descent.js';

const log2e = Math.LOG2E;
const ln2 = Math.LN2;
// 2^n for n = -126 ... 0.
const powersOfTwo = Float64Array.from({ length: 127 }, (_, i) => 2 ** (i - 126));

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
                    let x = weights[start + column] - largest;
                    if (x < -87) x = -87;
                    // Towards zero, after a half down: the nearest, as x is not positive.
                    const whole = (x * log2e - 0.5) | 0;
                    const r = x - whole * ln2;
                    const p = ((0.008009 * r + 0.041872) * r + 0.1666695) * r + 0.4999997;
                    const power = (p * r * r + r + 1) * powersOfTwo[whole + 126];
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
