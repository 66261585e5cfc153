// Does with an instrumented module what a visitor's first minute does, and writes down which functions ran
// (wasm-split's profile). They go into the part of the module that the page waits for.
//
//   node first_minute.mjs MAKEMORE.JS INSTRUMENTED.WASM LIST PROFILE

import { readFile, writeFile } from 'node:fs/promises';
import { pathToFileURL } from 'node:url';

const [glue, instrumented, list, profile] = process.argv.slice(2);

let exported;
const instantiate = WebAssembly.instantiate;
WebAssembly.instantiate = async (_, imports) => {
  const made = await instantiate(await readFile(instrumented), imports);
  exported = made.instance.exports;
  return made;
};
const { default: createMakemore } = await import(pathToFileURL(glue).href);
const core = await createMakemore();
core.version();

function count(bytes) {
  // As for letters that are composed already.
  const transform = (text) => text.slice();
  const options = { windows1252: false, records: null, foldsCase: false, transform };
  const reader = new core.CorpusReader(options);
  reader.feed(bytes.subarray(0, 1000));
  reader.feed(bytes.subarray(1000));
  const corpus = reader.finish();
  reader.delete();
  return corpus;
}

function lookAt(corpus) {
  corpus.report();
  corpus.alphabet();
  corpus.counts();
  corpus.bigrams();
  core.namesKnown(corpus);
}

function sampleFrom(corpus, table) {
  core.sample(corpus, table, { count: 20, seed: 2147483647, sampler: 'cdf', lengthLimit: 1000 });
}

function train(corpus) {
  const trainer = new core.Trainer(corpus, 2147483647);
  trainer.run(100, 50, 0.01);
  trainer.steps();
  trainer.loss(0.01);
  trainer.dataLoss();
  trainer.evaluate(0.01).table.delete();
  trainer.weights();
  const table = trainer.table();
  trainer.delete();
  return table;
}

function firstMinute(bytes) {
  const corpus = count(bytes);
  lookAt(corpus);
  const counted = core.countModel(corpus, 1);
  counted.loss(corpus);
  counted.probabilities();
  const learned = train(corpus);
  const uniform = core.uniformModel(corpus);
  core.divergence(counted, learned);
  for (const table of [counted, learned, uniform]) sampleFrom(corpus, table);
  core.score(corpus, counted, 'emma');
  for (const each of [counted, learned, uniform, corpus]) each.delete();
}

firstMinute(await readFile(list));

const memory = Object.values(exported).find((each) => each instanceof WebAssembly.Memory);
const length = exported.__write_profile(0, 0);
// Nothing of the module runs any more: its data may be written over.
const address = 1024;
exported.__write_profile(address, length);
await writeFile(profile, new Uint8Array(memory.buffer, address, length));
