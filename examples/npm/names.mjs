// Five names like those of a list:  node names.mjs LIST
import { readFile } from 'node:fs/promises';
import createMakemore from 'makemore-core';

const core = await createMakemore();
const reader = new core.CorpusReader();
reader.feed(await readFile(process.argv[2]));
const corpus = reader.finish();
const counted = core.countModel(corpus, 0);
const settings = { count: 5, seed: 2147483647, sampler: 'cdf', lengthLimit: 1000 };
for (const { name } of core.sample(corpus, counted, settings)) console.log(name);
