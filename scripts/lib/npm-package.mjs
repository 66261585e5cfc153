// Puts the wasm core together as an npm package, for npm pack: the whole module as one file, its types, and who it is.
//
//   node npm-package.mjs FOLDER

import { copyFile, mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

const project = new URL('../../', import.meta.url);
const folder = process.argv[2];

/** The one place that says which version this is. */
async function version() {
  const cmake = await readFile(new URL('CMakeLists.txt', project), 'utf8');
  const found = /^project\(makemore VERSION ([\d.]+)/m.exec(cmake)?.[1];
  if (found === undefined) throw new Error('CMakeLists.txt no longer says which version this is.');
  return found;
}

await mkdir(folder, { recursive: true });
const files = {
  'build/wasm/makemore.js': 'makemore.js',
  'build/wasm/makemore.d.ts': 'makemore.d.ts',
  // The page fetches it in two parts; a page's own thread could not wait for the second.
  'build/wasm/makemore.whole.wasm': 'makemore.wasm',
  'wasm/npm/README.md': 'README.md',
  LICENSE: 'LICENSE',
};
for (const [from, to] of Object.entries(files)) {
  await copyFile(new URL(from, project), join(folder, to));
}
const described = JSON.parse(await readFile(new URL('wasm/npm/package.json', project), 'utf8'));
described.version = await version();
await writeFile(join(folder, 'package.json'), `${JSON.stringify(described, null, 2)}\n`);
