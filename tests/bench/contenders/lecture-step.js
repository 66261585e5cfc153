// The lecture's formulation in plain JavaScript: one one-hot row for every bigram, multiplied by the weights, softmax,
// the probability of each bigram's own letter, and the way back. Float32Array, as torch has it; nothing is allocated.
import { expand } from './bigrams.js';
import { nanosecondsEach } from './timing.js';

export function prepare({ size, counts, initial }) {
    const { from, to } = expand(size, counts);
    const n = from.length;
    const inputs = new Float32Array(n * size);
    const probabilities = new Float32Array(n * size);
    const weights = new Float32Array(size * size);
    const gradient = new Float32Array(size * size);

    function encode() {
        inputs.fill(0);
        for (let i = 0; i < n; i += 1) inputs[i * size + from[i]] = 1;
    }

    /** rows of `inputs` times `weights`, then softmax; the mean negative log likelihood. */
    function forward() {
        let loss = 0;
        const logits = new Float64Array(size);
        for (let i = 0; i < n; i += 1) {
            const start = i * size;
            logits.fill(0);
            for (let k = 0; k < size; k += 1) {
                const input = inputs[start + k];
                for (let j = 0; j < size; j += 1) logits[j] += input * weights[k * size + j];
            }
            let sum = 0;
            for (let j = 0; j < size; j += 1) {
                const count = Math.exp(logits[j]);
                probabilities[start + j] = count;
                sum += count;
            }
            for (let j = 0; j < size; j += 1) probabilities[start + j] /= sum;
            loss -= Math.log(probabilities[start + to[i]]);
        }
        return loss / n;
    }

    function backward() {
        gradient.fill(0);
        const slopes = new Float64Array(size);
        for (let i = 0; i < n; i += 1) {
            const start = i * size;
            for (let j = 0; j < size; j += 1) slopes[j] = probabilities[start + j] / n;
            slopes[to[i]] -= 1 / n;
            for (let k = 0; k < size; k += 1) {
                const input = inputs[start + k];
                for (let j = 0; j < size; j += 1) gradient[k * size + j] += input * slopes[j];
            }
        }
    }

    function run(steps) {
        const slope = (2 * 0.01) / (size * size);
        for (let step = 0; step < steps; step += 1) {
            encode();
            if (!Number.isFinite(forward())) throw new Error('The loss is not finite.');
            backward();
            for (let cell = 0; cell < weights.length; cell += 1) {
                weights[cell] -= 50 * (gradient[cell] + slope * weights[cell]);
            }
        }
    }

    weights.set(initial);
    return {
        weightsAfter: (steps) => {
            weights.set(initial);
            run(steps);
            return weights;
        },
        measure: (ms) => nanosecondsEach(run, ms),
    };
}
