// Emscripten gives a program an environment of its own; the wasm tests want Node's, for MAKEMORE_NAMES.
Module.preRun = [() => Object.assign(ENV, process.env)];
