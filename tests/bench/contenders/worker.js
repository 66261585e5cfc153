// A worker's half of the conversation with the harness, in browsers and Node alike. One contender each, so that no
// engine compiles one contender's code for the types of another's.
const port = globalThis.self ?? (await import('node:worker_threads')).parentPort;

let contender;

/** Counts of no list, for a vocabulary of any size: none of them zero. */
const synthetic = (size) => Array.from({ length: size * size }, (_, i) => 1 + ((i * 7919) % 97));

async function prepare(module, { ...options }) {
    if (options.counts === 'synthetic') options.counts = synthetic(options.size);
    if (options.path !== undefined) {
        options.file = await (await import('node:fs')).openAsBlob(options.path);
    }
    contender = await (await import(`./${module}.js`)).prepare(options);
}

async function answer({ method, module, argument }) {
    if (method === 'prepare') return prepare(module, argument);
    const given = await contender[method](argument);
    return ArrayBuffer.isView(given) ? Array.from(given) : given;
}

port.onmessage = async ({ data }) => {
    try {
        port.postMessage({ value: await answer(data) });
    } catch (error) {
        port.postMessage({ error: error instanceof Error ? error.message : String(error) });
    }
};
