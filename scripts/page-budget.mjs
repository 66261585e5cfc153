// Adds up what a visitor fetches before training and sampling, gzipped, and fails where a part is over its budget
// (scripts/page-budget.json, in bytes). What the page fetches later, when it is asked for, does not count.
//
//   node scripts/page-budget.mjs FOLDER

import { readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { constants, gzipSync } from 'node:zlib';

const found = (text, pattern) => [...text.matchAll(pattern)].map((match) => basename(match[1]));

/**
 * The files of the first load by their parts; tests/page/first-load.test.ts withholds all others.
 *
 * @param {string} folder
 * @returns {Promise<Record<string, string[]>>}
 */
export async function firstLoad(folder) {
  const asset = (name) => join(folder, 'assets', name);

  /** A script and all that it imports at once; import() is later. */
  async function withImports(name, known = new Map()) {
    if (known.has(name)) return known;
    const text = await readFile(asset(name), 'utf8');
    known.set(name, text);
    const imports = found(text, /(?:\bfrom|\bimport)\s*["'`](\.\/[^"'`]+\.js)["'`]/g);
    for (const each of imports) await withImports(each, known);
    return known;
  }

  async function allWithImports(names) {
    const known = new Map();
    for (const name of names) await withImports(name, known);
    return known;
  }

  const html = await readFile(join(folder, 'index.html'), 'utf8');
  const scripts = await allWithImports(found(html, /(?:src|href)="([^"]+assets\/[^"]+\.js)"/g));
  const worker = await allWithImports(
    found([...scripts.values()].join('\n'), /["'`/](worker-[\w-]+\.js)["'`]/g),
  );
  return {
    html: [join(folder, 'index.html'), join(folder, 'supported.js')],
    styles: found(html, /href="([^"]+\.css)"/g).map(asset),
    scripts: [...scripts.keys()].map(asset),
    worker: [...worker.keys()].map(asset),
    wasm: found([...worker.values()].join('\n'), /["'`/](makemore-[\w-]+\.wasm)["'`]/g).map(asset),
  };
}

async function check(folder) {
  const budget = JSON.parse(await readFile(new URL('page-budget.json', import.meta.url), 'utf8'));
  const level = constants.Z_BEST_COMPRESSION;
  const bytes = {};
  for (const [part, paths] of Object.entries(await firstLoad(folder))) {
    if (paths.length === 0) throw new Error(`The page in ${folder} has no ${part}: is it built?`);
    const sizes = await Promise.all(
      paths.map(async (path) => gzipSync(await readFile(path), { level }).length),
    );
    bytes[part] = sizes.reduce((sum, size) => sum + size, 0);
  }
  bytes.total = Object.values(bytes).reduce((sum, size) => sum + size, 0);

  let over = false;
  for (const [part, size] of Object.entries(bytes)) {
    const most = budget[part];
    const isOver = !(size <= most);
    over ||= isOver;
    console.log(`${part.padEnd(8)} ${size} of ${most} bytes${isOver ? ': OVER' : ''}`);
  }
  process.exitCode = over ? 1 : 0;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href)
  await check(process.argv[2] ?? 'dist');
