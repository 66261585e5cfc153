// Composition and folding give the same in the page as on the command line, which has a library of its
// own, for every character that Unicode 15 assigns.
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeAll, expect, it } from 'vitest';
import createMakemore, { type MainModule } from '../../build/wasm/makemore.js';
import { plainReading } from '../../web/lists/reading.ts';
import { readBytes } from '../../web/worker/load.ts';

const command = join(fileURLToPath(new URL('../..', import.meta.url)), 'build/release/makemore');

/** What versions 15.1, 16 and 17 have added: of these, and of later ones, the libraries may differ. */
const since15 =
  '88f 897 c5c cdc 1acf-1add 1ae0-1aeb 1b4e-1b4f 1b7f 1c89-1c8a 20c1 2427-2429 2b96 2ffc-2fff 31e4-31e5 31ef a7cb-a7cf a7d2 a7d4 a7da-a7dc a7f1 fbc3-fbd2 fd90-fd91 fdc8-fdce 105c0-105f3 10940-10959 10d40-10d65 10d69-10d85 10d8e-10d8f 10ec2-10ec7 10ed0-10ed8 10efa-10efc 11380-11389 1138b 1138e 11390-113b5 113b7-113c0 113c2 113c5 113c7-113ca 113cc-113d5 113d7-113d8 113e1-113e2 116d0-116e3 11b60-11b67 11bc0-11be1 11bf0-11bf9 11db0-11ddb 11de0-11de9 11f5a 13460-143fa 16100-16139 16d40-16d79 16ea0-16eb8 16ebb-16ed3 16ff2-16ff6 187f8-187ff 18cff 18d09-18d1e 18d80-18df2 1cc00-1ccfc 1cd00-1ceb3 1ceba-1ced0 1cee0-1cef0 1e5d0-1e5fa 1e5ff 1e6c0-1e6de 1e6e0-1e6f5 1e6fe-1e6ff 1f6d8 1f777-1f77a 1f8b2-1f8bb 1f8c0-1f8c1 1f8d0-1f8d8 1fa54-1fa57 1fa89-1fa8a 1fa8e-1fa8f 1fabe 1fac6 1fac8 1facd 1fadc 1fadf 1fae9-1faea 1faef 1fbcb-1fbef 1fbfa 2b73a-2b73f 2cea2-2cead 2ebf0-2ee5d 323b0-33479'
    .split(' ')
    .map((range) => range.split('-').map((hex) => parseInt(hex, 16)))
    .map(([from = 0, to = from]) => ({ from, to }));

const alike =
  /[\u3400-\u9fff\uac00-\ud7a3\u{17000}-\u{18cff}\u{20000}-\u{2f7ff}\u{30000}-\u{3ffff}]/u;

/** Of the scripts with thousands of characters alike, samples: these are without case. */
function assigned(): string[] {
  const characters: string[] = [];
  for (let code = 0x21; code < 0x110000; code += 1) {
    const character = String.fromCodePoint(code);
    if (/[\p{Cn}\p{Cc}\p{Cs}\p{Co}\p{White_Space}]/u.test(character)) continue;
    if (code === 0xfeff || since15.some(({ from, to }) => code >= from && code <= to)) continue;
    if (alike.test(character) && code % 29 !== 0) continue;
    characters.push(character);
  }
  return characters;
}

const sequences = [
  ...['ΝΙΚΟΣ', 'ΣΑΣ ΣΑΣ', 'Σ', 'ΑΣ\u0301', 'ΑΣ.Α', 'İPEK', 'I\u0307', 'IŞIK', 'Straße', 'ǅ', 'ẞ'],
  ...['E\u0301\u0323', 'E\u0323\u0301', '\u1100\u1161\u11a8', '\u212b\u2126', '\u0344', '\u0958'],
  ...[
    '\u{1d160}',
    '\u{2f800}',
    '\ufb2a',
    'A\u030a\u0301',
    '\u{1f468}\u200d\u{1f469}\u200d\u{1f467}',
  ],
  ...['\u0BC6\u0BBE', '\u1ffb\u0345', 'ŁÓDŹ', 'ÅÄÖ', '\u10a0\u1c90', '\u13a0\uab70', '\u{10400}'],
];

let core: MainModule;
beforeAll(async () => {
  core = await createMakemore();
});

interface Counted {
  alphabet: string[];
  counts: number[][];
  distinct_names: number;
}

function expectSame(names: string[], foldsCase: boolean): void {
  const bytes = new TextEncoder().encode(names.join('\n'));
  const args = ['count', '-', '--json', ...(foldsCase ? ['--fold-case'] : [])];
  const native = JSON.parse(
    execFileSync(command, args, { input: bytes, encoding: 'utf8', maxBuffer: 1 << 28 }),
  ) as Counted;
  const corpus = readBytes(core, bytes, { ...plainReading, foldsCase });
  try {
    expect(Array.from(corpus.alphabet())).toEqual(native.alphabet);
    // Millions of cells: said to differ, not shown.
    const counts = corpus.counts();
    expect(native.counts.flat().every((count, cell) => count === counts[cell])).toBe(true);
    expect(corpus.report().distinctNames).toBe(native.distinct_names);
  } finally {
    corpus.delete();
  }
}

it.each([false, true])('of every character, alone and with marks (folded: %s)', (foldsCase) => {
  const names = assigned().flatMap((one) => [`x${one}\u0323\u0301y`, `Α${one}Σ${one}`]);
  expect(names.length).toBeGreaterThan(50_000);
  // No table holds so many characters, so part by part.
  for (let from = 0; from < names.length; from += 500) {
    expectSame(names.slice(from, from + 500), foldsCase);
  }
});

it.each([false, true])('of sequences (folded: %s)', (foldsCase) => {
  expectSame(sequences, foldsCase);
  for (const name of sequences) expectSame([name], foldsCase);
});
