// What each asset of the page weighs on the wire, and which of them a first visit needs.
import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { firstLoad } from '../../../scripts/page-budget.mjs';

export async function run({ pageFolder }) {
  const entries = await readdir(pageFolder, { recursive: true, withFileTypes: true });
  const needed = new Set(Object.values(await firstLoad(pageFolder)).flat());
  const rows = [];
  for (const entry of entries) {
    const path = join(entry.parentPath ?? entry.path, entry.name);
    if (!entry.isFile() || /\.(gz|br)$/.test(entry.name)) continue;
    const content = await readFile(path);
    rows.push({
      // Without the hash of its content.
      id: path.slice(pageFolder.length + 1).replace(/-[\w-]{8}(\.\w+)$/, '$1'),
      bytes: content.length,
      gzip: Math.min(
        content.length,
        gzipSync(content, { level: constants.Z_BEST_COMPRESSION }).length,
      ),
      brotli: Math.min(content.length, brotliCompressSync(content).length),
      first: needed.has(path),
    });
  }
  rows.sort((a, b) => Number(b.first) - Number(a.first) || b.gzip - a.gzip);
  const sum = (key) => rows.filter(({ first }) => first).reduce((all, row) => all + row[key], 0);
  const total = { bytes: sum('bytes'), gzip: sum('gzip'), brotli: sum('brotli') };
  return { rows, firstLoad: total };
}
