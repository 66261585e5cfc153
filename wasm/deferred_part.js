// The module comes as two files (split.cmake): makemore.wasm holds what the first minute runs, and
// makemore.deferred.wasm the rest, which the first call into it fetches. The call waits for it: a worker and
// Node can, a page's own thread cannot.

Module['instantiateWasm'] = (imports, receiveInstance) => {
    let deferred;
    const fetchDeferred = () => {
        const bytes = readBinary(new URL('makemore.deferred.wasm', import.meta.url).href);
        return new WebAssembly.Instance(new WebAssembly.Module(bytes), { primary: wasmExports });
    };
    // Each deferred function has a slot in the table, which holds its placeholder until the rest is there. What took
    // the placeholder from the table before, as Embind does, goes on calling it.
    const placeholder =
        (slot) =>
        (...values) => {
            deferred ??= fetchDeferred();
            return wasmTable.get(Number(slot))(...values);
        };
    imports['placeholder'] = new Proxy({}, { get: (_, slot) => placeholder(slot) });
    wasmBinaryFile = findWasmBinary();
    instantiateAsync(wasmBinary, wasmBinaryFile, imports, ({ instance, module }) =>
        receiveInstance(instance, module),
    ).catch(readyPromiseReject);
    return {};
};
