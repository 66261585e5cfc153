// Reads what a list comes from: a file or a text, fed to the core in pieces; counts; a model file; or
// a blend of these. With progress; can be given up at every piece.
import type { ListSource, Reading } from '../protocol.ts';
import { plainReading } from '../reading.ts';
import type { BlendSource } from '../studio-questions.ts';
import { breathe } from './breath.ts';
import type { Core, Corpus, ModelTraining } from './core.ts';
import { transform } from './unicode.ts';

/** What the core is given at once: far less than a slice of time. */
const pieceBytes = 1 << 18;
/** After so long, Cancel, Pause and training get their turn. */
const sliceMs = 8;
/** The largest alphabet's counts and weights with all their digits are about half of this. */
const largestModelFile = 256 << 20;

export interface Watch {
  progress(bytes: number, total: number): void;
  cancelled(): boolean;
}

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
  switch (source.from) {
    case 'model':
      return readModel(core, source.file, watch);
    case 'counts': {
      const { characters, counts, figures } = source;
      return { corpus: core.corpusOfCounts(characters, counts, figures), training: null };
    }
    case 'blend': {
      const corpus = await blend(core, source, watch);
      return corpus && { corpus: finished(corpus, source.reading ?? plainReading), training: null };
    }
    case 'file':
    case 'text': {
      const blob = source.from === 'file' ? source.file : new Blob([source.text]);
      const corpus = await readNames(core, blob, source.reading ?? plainReading, watch);
      return corpus && { corpus, training: null };
    }
  }
}

async function readModel(core: Core, file: Blob, watch: Watch): Promise<LoadedList | null> {
  if (file.size > largestModelFile) {
    throw new DOMException('This file is larger than any model file; open a list as text.');
  }
  watch.progress(0, file.size);
  const bytes = await file.arrayBuffer().catch(unreadable);
  return watch.cancelled() ? null : core.readModel(bytes);
}

async function blend(core: Core, { parts }: BlendSource, watch: Watch): Promise<Corpus | null> {
  const total = parts.reduce((sum, { source }) => sum + sizeOf(source), 0);
  const read: { corpus: Corpus; weight: number }[] = [];
  let before = 0;
  try {
    for (const { source, weight } of parts) {
      const part = await readList(core, source, {
        cancelled: () => watch.cancelled(),
        progress(bytes) {
          watch.progress(before + bytes, total);
        },
      });
      if (part === null) return null;
      read.push({ corpus: part.corpus, weight });
      before += sizeOf(source);
    }
    return core.blend(read);
  } finally {
    for (const { corpus } of read) corpus.delete();
  }
}

function sizeOf(source: ListSource): number {
  switch (source.from) {
    case 'file':
    case 'model':
      return source.file.size;
    case 'text':
      return source.text.length;
    case 'counts':
      return source.counts.byteLength;
    case 'blend':
      return source.parts.reduce((sum, part) => sum + sizeOf(part.source), 0);
  }
}

async function readNames(
  core: Core,
  blob: Blob,
  reading: Reading,
  watch: Watch,
): Promise<Corpus | null> {
  const reader = readerFor(core, reading);
  const stream = blob.stream().getReader();
  try {
    let read = 0;
    let sliceStart = performance.now();
    watch.progress(0, blob.size);
    for (;;) {
      const { done, value } = await stream.read().catch(unreadable);
      if (watch.cancelled()) return null;
      if (done) return finished(reader.finish(), reading);
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

function finished(corpus: Corpus, { once }: Reading): Corpus {
  try {
    if (once) corpus.removeDuplicates();
    return corpus;
  } catch (error) {
    corpus.delete();
    throw error;
  }
}

/** Browsers only say that it cannot be read, each in words of its own. */
function unreadable(): never {
  throw new DOMException(
    'It cannot be read (any more): it may have been moved, changed or deleted, or it is a folder. Choose the file again.',
    'NotReadableError',
  );
}
