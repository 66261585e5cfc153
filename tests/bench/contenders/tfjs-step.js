// The lecture's formulation in TensorFlow.js with its wasm backend (SIMD, one thread), the gradient by its autodiff.
import * as tf from '@tensorflow/tfjs-core';
import '@tensorflow/tfjs-core/dist/register_all_gradients.js';
import { setWasmPaths } from '@tensorflow/tfjs-backend-wasm';
import { expand } from './bigrams.js';

export async function prepare({ size, counts, initial }) {
    setWasmPaths(`${self.location.origin}/`);
    if (!(await tf.setBackend('wasm'))) throw new Error('TensorFlow.js has no wasm backend here.');
    await tf.ready();

    const oneHot = (tokens) => tf.cast(tf.oneHot(tokens, size), 'float32');
    const { from, to } = expand(size, counts);
    const xs = tf.tensor1d(Int32Array.from(from), 'int32');
    const own = oneHot(tf.tensor1d(Int32Array.from(to), 'int32'));
    const weights = tf.variable(tf.tensor2d(initial, [size, size]));
    const start = tf.tensor2d(initial, [size, size]);

    const loss = () => {
        const inputs = oneHot(xs);
        const exponentials = tf.exp(tf.matMul(inputs, weights));
        const probabilities = tf.div(exponentials, tf.sum(exponentials, 1, true));
        // It has no gradient for picking one column of each row, so the others are multiplied away.
        const likelihoods = tf.sum(tf.mul(probabilities, own), 1);
        return tf.add(
            tf.neg(tf.mean(tf.log(likelihoods))),
            tf.mul(tf.mean(tf.square(weights)), 0.01),
        );
    };
    const step = () =>
        tf.tidy(() => {
            const { grads, value } = tf.variableGrads(loss, [weights]);
            weights.assign(tf.sub(weights, tf.mul(grads[weights.name], 50)));
            // The lecture does not ask for the loss here either; the backend computes it all the same.
            value.dispose();
        });
    return {
        weightsAfter: async (steps) => {
            weights.assign(start);
            for (let i = 0; i < steps; i += 1) step();
            return weights.data();
        },
        /** Of the fastest step. */
        measure: async (ms) => {
            let fastest = Infinity;
            let start = performance.now();
            const end = start + ms;
            do {
                step();
                await weights.data();
                const now = performance.now();
                fastest = Math.min(fastest, now - start);
                start = now;
            } while (start < end);
            return fastest * 1e6;
        },
    };
}
