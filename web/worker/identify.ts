// The SHA-256 of a file, read in pieces; other messages get their turn.
import { breathe } from './breath.ts';
import { Sha256 } from './sha256.ts';

const pieceBytes = 1 << 18;
const sliceMs = 8;

/** Its SHA-256 in hexadecimal. */
export async function identify(file: Blob): Promise<string> {
  const hash = new Sha256();
  const stream = file.stream().getReader();
  let sliceStart = performance.now();
  for (;;) {
    const { done, value } = await stream.read();
    if (done) return hash.digits();
    for (let at = 0; at < value.length; at += pieceBytes) {
      hash.feed(value.subarray(at, at + pieceBytes));
      if (performance.now() - sliceStart < sliceMs) continue;
      await breathe();
      sliceStart = performance.now();
    }
  }
}
