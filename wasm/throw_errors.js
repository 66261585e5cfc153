// Throws what the bridge returns as an Error. An exception that left C++ itself would skip its
// destructors and leave the wasm stack pointer where it was: memory and stack would leak each time.

Module['onRuntimeInitialized'] = () => {
    const throwing = (call) =>
        function (...values) {
            const result = call.apply(this, values);
            if (result instanceof Error) {
                throw result;
            }
            return result;
        };
    const throughout = (owner, names) => {
        for (const name of names) {
            owner[name] = throwing(owner[name]);
        }
    };
    throughout(Module, [
        'blend',
        'corpusOfCounts',
        'generate',
        'likelihoods',
        'nameFacts',
        'readModel',
        'sample',
        'score',
        'tempered',
    ]);
    throughout(Module['Corpus'].prototype, ['removeDuplicates']);
    throughout(Module['CorpusReader'].prototype, ['feed', 'finish']);
    throughout(Module['Trainer'].prototype, ['run']);
};
