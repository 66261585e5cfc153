// Reads what is no list of names: counts, a model file, a blend. Fetched when there is one to read.
import { plainReading } from '../lists/reading.ts';
import type { ListSource } from '../messages/protocol.ts';
import type { BlendSource } from '../messages/studio-questions.ts';
import { unreadable } from './chunks.ts';
import type { Core, Corpus } from './core.ts';
import { finished, readList } from './load.ts';
import type { LoadedList, Watch } from './load.ts';

/** The largest alphabet's counts and weights with all their digits are about half of this. */
const largestModelFile = 256 << 20;

/** Null where it was cancelled. Throws the core's errors. */
export async function readOther(
  core: Core,
  source: Exclude<ListSource, { from: 'file' | 'text' }>,
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
