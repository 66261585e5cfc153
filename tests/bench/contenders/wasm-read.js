// The page's wasm module reading a list as the page's worker reads it: by its own loop (web/worker/load.ts), with the
// whole report.
import { readList } from './load.js';
import createMakemore from './makemore.js';

const watch = { progress: () => undefined, cancelled: () => false };

export async function prepare({ file }) {
    const core = await createMakemore();
    const read = async (list) => (await readList(core, { from: 'file', file: list }, watch)).corpus;
    return {
        found: async () => {
            const corpus = await read(file);
            const report = corpus.fullReport();
            return {
                names: report.names,
                distinctNames: report.distinctNames,
                blankLines: report.blank.count,
                controlLines: report.control.count,
                shortestName: report.shortestName,
                longestName: report.longestName,
                lengths: Array.from(report.lengths),
                alphabet: corpus.alphabet(),
                counts: Array.from(corpus.counts()),
            };
        },
        /** Only so many bytes of it, where that is said. */
        measure: async (most) => {
            const list = most === null ? file : file.slice(0, most);
            const start = performance.now();
            const corpus = await read(list);
            const { names } = corpus.fullReport();
            corpus.delete();
            return { seconds: (performance.now() - start) / 1000, names };
        },
    };
}
