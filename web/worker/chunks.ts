// The bytes of a file, as its stream gives them.

/** What is asked for at once: the more, the less often the two sides have to agree. */
const chunkBytes = 1 << 20;

/**
 * Readers at work. One that only its own promise knows may be taken by the garbage collector, and whoever waits for
 * that promise waits for ever: in Chromium, and in some versions of Safari.
 */
const atWork = new Set<object>();

/** Each chunk is good until the next is asked for. Throws where the file cannot be read, as `unreadable` does. */
export async function* chunksOf(blob: Blob): AsyncGenerator<Uint8Array> {
  const reader = readerOf(blob.stream());
  atWork.add(reader);
  try {
    // Filled over and over: a new buffer each time would not be in the processor's caches.
    let buffer = new ArrayBuffer(chunkBytes);
    for (;;) {
      const { done, value } = await reader.read(new Uint8Array(buffer)).catch(unreadable);
      if (done) return;
      yield value;
      ({ buffer } = value);
    }
  } finally {
    atWork.delete(reader);
    // A stream that failed or ended rejects this; there is nothing left to free.
    reader.cancel().catch(() => undefined);
  }
}

function readerOf(stream: ReadableStream<Uint8Array<ArrayBuffer>>) {
  try {
    return stream.getReader({ mode: 'byob' });
  } catch {
    // Safari before 26.4 has buffers of its own, and no use for ours.
    return stream.getReader();
  }
}

/** Browsers only say that it cannot be read, each in words of its own. */
export function unreadable(): never {
  throw new DOMException(
    'It cannot be read (any more): it may have been moved, changed or deleted, or it is a folder. Choose the file again.',
    'NotReadableError',
  );
}
