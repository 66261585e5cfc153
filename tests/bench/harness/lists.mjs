// The lists that reading is measured on, made from a list of names and kept in the build folder.
import { createHash } from 'node:crypto';
import { mkdir, open, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

const accents = { a: 'á', e: 'é', i: 'í', o: 'ó', u: 'ú', n: 'ñ', s: 'š', y: 'ý' };
const endings = 26 ** 3;

/** xorshift32 (G. Marsaglia, 2003): a number in [0, 1). */
function makeRandom() {
  let state = 1;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) / 2 ** 32;
  };
}

/** Endless copies of the list, each in another order: which name, and of which copy. */
function* shuffledPlaces(length) {
  const random = makeRandom();
  const places = Array.from({ length }, (_, i) => i);
  for (let copy = 0; ; copy += 1) {
    for (let i = length - 1; i > 0; i -= 1) {
      const j = Math.floor(random() * (i + 1));
      [places[i], places[j]] = [places[j], places[i]];
    }
    for (const place of places) yield [place, copy];
  }
}

export function* shuffledCopies(names) {
  for (const [place] of shuffledPlaces(names.length)) yield names[place];
}

/** Shuffled copies, every fifth name with an accent. */
export function* accentedCopies(names) {
  let count = 0;
  for (const name of shuffledCopies(names)) {
    count += 1;
    yield count % 5 === 0 ? name.replace(/[aeiounsy]/, (letter) => accents[letter]) : name;
  }
}

/** Shuffled copies, each name with three letters behind it that it has in no other copy: none twice. */
export function* distinctCopies(names) {
  const each = [...new Set(names)];
  const letter = (number) => String.fromCharCode(97 + (number % 26));
  for (const [place, copy] of shuffledPlaces(each.length)) {
    if (copy === endings) return;
    const ending = (copy + 31 * place) % endings;
    yield each[place] + letter(ending / 676) + letter(ending / 26) + letter(ending);
  }
}

/** Whole lines, at least `bytes` of them and hardly more. */
async function write(path, names, bytes) {
  const file = await open(path, 'w');
  const block = Buffer.alloc(1 << 22);
  let written = 0;
  let filled = 0;
  for (const name of names) {
    filled += block.write(name, filled);
    block[filled] = 0x0a;
    filled += 1;
    const enough = written + filled >= bytes;
    if (filled < block.length - 4096 && !enough) continue;
    await file.write(block, 0, filled);
    written += filled;
    filled = 0;
    if (enough) break;
  }
  await file.close();
  if (written < bytes) throw new Error(`${path}: the names ended after ${written} bytes.`);
}

/**
 * @param {{ folder: string, source: string, megabytes: number, say: (text: string) => void }} options
 * @returns {Promise<{ id: string, path: string, bytes: number }[]>}
 */
export async function makeLists({ folder, source, megabytes, say }) {
  await mkdir(folder, { recursive: true });
  const text = await readFile(source, 'utf8');
  const code = await readFile(new URL(import.meta.url));
  const key = createHash('sha256').update(text).update(code).digest('hex');
  const names = text.split(/\r?\n/).filter((name) => name.trim() !== '');
  const lists = [];
  for (const [id, make] of [
    ['shuffled', shuffledCopies],
    ['distinct', distinctCopies],
    ['accented', accentedCopies],
  ]) {
    const path = join(folder, `${id}-${megabytes}.txt`);
    const stamp = `${path}.made-from`;
    if ((await readFile(stamp, 'utf8').catch(() => '')) !== key) {
      say(`making ${path}`);
      await write(path, make(names), megabytes * 1e6);
      await writeFile(stamp, key);
    }
    lists.push({ id, path, bytes: (await stat(path)).size });
  }
  return lists;
}
