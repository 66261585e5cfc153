// The SHA-256 of a file, read in pieces; other messages get their turn.
import { breathe } from './breath.ts';
import { chunksOf } from './chunks.ts';
import { Sha256 } from './sha256.ts';

const pieceBytes = 1 << 18;
const sliceMs = 8;

/** Its SHA-256 in hexadecimal. */
export async function identify(file: Blob): Promise<string> {
  const hash = new Sha256();
  let sliceStart = performance.now();
  for await (const chunk of chunksOf(file)) {
    for (let at = 0; at < chunk.length; at += pieceBytes) {
      hash.feed(chunk.subarray(at, at + pieceBytes));
      if (performance.now() - sliceStart < sliceMs) continue;
      await breathe();
      sliceStart = performance.now();
    }
  }
  return hash.digits();
}
