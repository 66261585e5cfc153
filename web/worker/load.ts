// Reads what a list comes from: a file or a text, fed to the core in pieces; anything else as in
// other-sources.ts. With progress; can be given up at every piece.
import { plainReading } from '../lists/reading.ts';
import type { ListSource, Reading } from '../messages/protocol.ts';
import { breathe } from './breath.ts';
import { chunksOf } from './chunks.ts';
import type { Core, Corpus, ModelTraining } from './core.ts';
import { fetched } from './fetched.ts';
import { transform } from './unicode.ts';

/** What the core is given at once: far less than a slice of time. */
const pieceBytes = 1 << 18;
/** After so long, Cancel, Pause and training get their turn. */
const sliceMs = 8;

/** Who watches a reading, and may give it up. */
export interface Watch {
  progress(bytes: number, total: number): void;
  cancelled(): boolean;
}

/** A list that was read, and what is known of it. */
export interface LoadedList {
  /** The caller owns it. */
  corpus: Corpus;
  /** How a model file was trained. */
  training: ModelTraining | null;
}

/** Null where it was cancelled. Throws the core's errors. */
export async function readList(
  core: Core,
  source: ListSource,
  watch: Watch,
): Promise<LoadedList | null> {
  if (source.from !== 'file' && source.from !== 'text') {
    const { readOther } = await fetched(import('./other-sources.ts'));
    return readOther(core, source, watch);
  }
  const blob = source.from === 'file' ? source.file : new Blob([source.text]);
  const corpus = await readNames(core, blob, source.reading ?? plainReading, watch);
  return corpus && { corpus, training: null };
}

async function readNames(
  core: Core,
  blob: Blob,
  reading: Reading,
  watch: Watch,
): Promise<Corpus | null> {
  const reader = readerFor(core, reading);
  try {
    let read = 0;
    let sliceStart = performance.now();
    watch.progress(0, blob.size);
    for await (const chunk of chunksOf(blob)) {
      if (watch.cancelled()) return null;
      for (let at = 0; at < chunk.length; at += pieceBytes) {
        const piece = chunk.subarray(at, at + pieceBytes);
        reader.feed(piece);
        read += piece.length;
        if (performance.now() - sliceStart < sliceMs) continue;
        watch.progress(read, blob.size);
        await breathe();
        if (watch.cancelled()) return null;
        sliceStart = performance.now();
      }
    }
    return watch.cancelled() ? null : finished(reader.finish(), reading);
  } finally {
    reader.delete();
  }
}

/** The list that these bytes are, which the caller owns. Throws the core's errors. */
export function readBytes(core: Core, bytes: Uint8Array, reading = plainReading): Corpus {
  const reader = readerFor(core, reading);
  try {
    reader.feed(bytes);
    return finished(reader.finish(), reading);
  } finally {
    reader.delete();
  }
}

const readerFor = (core: Core, { windows1252, records, foldsCase }: Reading) =>
  new core.CorpusReader({ windows1252, records, foldsCase, transform: transform(foldsCase) });

/** As it is to be counted; takes the corpus over. */
export function finished(corpus: Corpus, { once }: Reading): Corpus {
  try {
    if (once) corpus.removeDuplicates();
    return corpus;
  } catch (error) {
    corpus.delete();
    throw error;
  }
}
