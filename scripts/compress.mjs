// Puts a .br and a .gz file beside every file of a folder that gets smaller by it, for hosts that serve such files.
//
//   node scripts/compress.mjs FOLDER

import { readFile, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

const folder = process.argv[2] ?? 'dist';
const compressible = /\.(css|html|js|json|map|svg|txt|wasm|webmanifest)$/;

const entries = await readdir(folder, { recursive: true });
await Promise.all(
  entries
    .filter((name) => compressible.test(name))
    .map(async (name) => {
      const path = join(folder, name);
      const content = await readFile(path);
      const packed = {
        '.br': await promisify(brotliCompress)(content, {
          params: { [constants.BROTLI_PARAM_SIZE_HINT]: content.length },
        }),
        '.gz': await promisify(gzip)(content, { level: constants.Z_BEST_COMPRESSION }),
      };
      for (const [extension, bytes] of Object.entries(packed)) {
        if (bytes.length < content.length) await writeFile(path + extension, bytes);
      }
    }),
);
