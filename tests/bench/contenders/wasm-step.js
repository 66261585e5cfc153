// The page's own wasm module, trained through its public door.
import createMakemore from './makemore.js';
import { nanosecondsEach } from './timing.js';

export async function prepare({ size, counts }) {
    const core = await createMakemore();
    const alphabet = String.fromCodePoint(
        ...Array.from({ length: size - 1 }, (_, i) => 0x4e00 + i),
    );
    const figures = { names: 1, distinctNames: 1, shortest: 1, longest: 1 };
    const corpus = core.corpusOfCounts(alphabet, Float64Array.from(counts), figures);
    const trainAnew = (use) => {
        const trainer = new core.Trainer(corpus, 2147483647);
        try {
            return use(trainer);
        } finally {
            trainer.delete();
        }
    };
    return {
        weightsAfter: (steps) =>
            trainAnew((trainer) => {
                trainer.run(steps, 50, 0.01);
                return trainer.weights();
            }),
        measure: (ms) =>
            trainAnew((trainer) => nanosecondsEach((steps) => trainer.run(steps, 50, 0.01), ms)),
    };
}
