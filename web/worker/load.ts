// Feeds a file or a text to the core in pieces, with progress; can be given up at every piece.
import type { ListSource } from '../protocol.ts';
import { breathe } from './breath.ts';
import type { Core, Corpus } from './core.ts';

/** What the core is given at once: far less than a slice of time. */
const pieceBytes = 1 << 18;
/** After so long, Cancel, Pause and training get their turn. */
const sliceMs = 8;

export interface Watch {
  progress(bytes: number, total: number): void;
  cancelled(): boolean;
}

/** The counted list, which the caller owns; null where it was cancelled. Throws the core's errors. */
export async function readList(
  core: Core,
  source: ListSource,
  watch: Watch,
): Promise<Corpus | null> {
  if (source.from === 'counts') {
    return core.corpusOfCounts(source.characters, source.counts, source.figures);
  }
  const blob = source.from === 'file' ? source.file : new Blob([source.text]);
  const reader = new core.CorpusReader();
  const stream = blob.stream().getReader();
  try {
    let read = 0;
    let sliceStart = performance.now();
    watch.progress(0, blob.size);
    for (;;) {
      const { done, value } = await stream.read();
      if (watch.cancelled()) return null;
      if (done) return reader.finish();
      for (let at = 0; at < value.length; at += pieceBytes) {
        const piece = value.subarray(at, at + pieceBytes);
        reader.feed(piece);
        read += piece.length;
        if (performance.now() - sliceStart < sliceMs) continue;
        watch.progress(read, blob.size);
        await breathe();
        if (watch.cancelled()) return null;
        sliceStart = performance.now();
      }
    }
  } finally {
    reader.delete();
    // A stream that failed or ended rejects the cancel; there is nothing left to free.
    stream.cancel().catch(() => undefined);
  }
}
