// Moves what only deferred functions read from the first part's data to the deferred part: wasm-split leaves all data
// in the first. All as text (wasm-dis); the parts are rewritten in place. The deferred part writes its data when it is made,
// before anything of it runs.
//
//   node split_data.mjs WHOLE.WAT FIRST.WAT DEFERRED.WAT

import { readFile, writeFile } from 'node:fs/promises';

const [wholePath, firstPath, deferredPath] = process.argv.slice(2);
const [whole, first, deferred] = await Promise.all(
  [wholePath, firstPath, deferredPath].map((path) => readFile(path, 'utf8')),
);

const strings = '.rodata..L.str';
// Read by the run that writes makemore.d.ts, and by nothing else (conversions.hpp).
const typeNames = '.typescript';
const virtualTable = '.rodata._ZTV';
// In bytes; windows-1252's is 256.
const furthestIndex = 1024;

const escapes = { t: 9, n: 10, r: 13, '"': 34, "'": 39, '\\': 92 };

function bytesOf(text) {
  const escaped = /\\(?:([0-9a-f]{2})|(.))|([^\\])/gs;
  return Buffer.from(
    Array.from(text.matchAll(escaped), ([, hex, letter, plain]) =>
      hex !== undefined ? parseInt(hex, 16) : (escapes[letter] ?? plain.charCodeAt(0)),
    ),
  );
}

const textOf = (bytes) =>
  Array.from(bytes, (byte) => `\\${byte.toString(16).padStart(2, '0')}`).join('');

const dataLine = /^ \(data \$(\S+) \(i32\.const (\d+)\) "(.*)"\)\n/gm;
// One segment for each object, or for the strings of one name (--no-merge-data-segments).
const segments = Array.from(whole.matchAll(dataLine), ([, name, start, text]) => {
  const bytes = bytesOf(text);
  return { name, start: Number(start), end: Number(start) + bytes.length, bytes };
});

/** Every number in the code that may be an address: a constant, or what a load or store adds. */
const numbersIn = (wat) =>
  Array.from(wat.matchAll(/\bi32\.const (-?\d+)|\boffset=(\d+)/g), ([, constant, offset]) =>
    Number(constant ?? offset),
  );

/** The strings of a segment that holds more than one lie between what is pointed at. */
function piecesOf(segment, pointers) {
  if (!segment.name.startsWith(strings)) return [segment];
  const starts = [segment.start];
  for (const pointer of pointers) {
    const ended = segment.bytes[pointer - segment.start - 1] === 0;
    if (pointer > segment.start && pointer < segment.end && ended) starts.push(pointer);
  }
  return starts.map((start, i) => {
    const end = starts[i + 1] ?? segment.end;
    return {
      start,
      end,
      bytes: segment.bytes.subarray(start - segment.start, end - segment.start),
    };
  });
}

const words = ({ start, bytes }) => {
  const found = [];
  for (let at = -start & 3; at + 4 <= bytes.length; at += 4) found.push(bytes.readUInt32LE(at));
  return found;
};

const code = first.replace(dataLine, '');
const pointers = [...numbersIn(code), ...numbersIn(deferred), ...segments.flatMap(words)];
const sorted = [...new Set(pointers)].sort((a, b) => a - b);
const pieces = segments.flatMap((segment) => piecesOf(segment, sorted));

const kept = new Set();

function keep(piece) {
  if (kept.has(piece)) return;
  kept.add(piece);
  for (const word of words(piece)) keepAt(word);
}

function keepAt(pointer) {
  const piece = pieces.find(({ start, end }) => start <= pointer && pointer < end);
  if (piece !== undefined && piece.name !== typeNames) keep(piece);
  return piece;
}

const dataEnd = Math.max(...pieces.map(({ end }) => end));
for (const pointer of new Set(numbersIn(code))) {
  const piece = keepAt(pointer);
  const outside = pointer < pieces[0].start - furthestIndex || pointer >= dataEnd;
  if (outside || piece?.start === pointer || piece?.name?.startsWith(virtualTable)) continue;
  // Not the start of anything: perhaps a table from which its lowest index was taken away, so it lies behind.
  const nearTable = ({ name, start }) =>
    name !== undefined && pointer < start && start <= pointer + furthestIndex;
  pieces.filter(nearTable).forEach(keep);
}

/** As segments: pieces become one where no more than `widest` bytes lie between them, which are written over. */
function written(parts, widest) {
  const joined = [];
  for (const { start, end, bytes } of parts) {
    const last = joined.at(-1);
    if (last && start - last.end <= widest) {
      last.bytes = Buffer.concat([last.bytes, Buffer.alloc(start - last.end), bytes]);
      last.end = end;
    } else joined.push({ start, end, bytes });
  }
  const lines = joined.map(
    ({ start, bytes }) => ` (data (i32.const ${start}) "${textOf(bytes)}")\n`,
  );
  return lines.join('');
}

const segmentHead = 6;
const moved = pieces.filter((piece) => !kept.has(piece) && piece.name !== typeNames);
const before = (wat, added) => wat.replace(/^ \((?:elem|export|func) /m, (found) => added + found);
await writeFile(
  firstPath,
  before(
    code,
    written(
      [...kept].sort((a, b) => a.start - b.start),
      segmentHead,
    ),
  ),
);
// Nothing of the first part's may be written over: it may have changed.
await writeFile(deferredPath, before(deferred, written(moved, 0)));
