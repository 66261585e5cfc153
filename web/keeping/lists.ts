// Keeps the user's own lists on this machine, so that a reload need not ask for the file again. The
// oldest go when there are too many. Loaded when there is a list to keep or to find.
import type { Storage } from './storage.ts';

/** A longer list is not kept. */
export const longestKept = 32 << 20;
/** All of them together. */
const mostKept = 64 << 20;

/** The user's own lists on this machine, by their SHA-256. */
export interface KeptLists {
  find(sha256: string): Promise<{ title: string; file: Blob } | null>;
  /** False where it was not kept. */
  keep(sha256: string, title: string, file: Blob): Promise<boolean>;
  forget(sha256: string): Promise<void>;
}

/** Keeps lists on that storage, the oldest going when there are too many. */
export function keptLists(storage: Storage): KeptLists {
  const shelf = storage.shelf('lists');

  /** Lists are kept whole or not at all; the newest first. */
  async function tidy(): Promise<void> {
    const newestFirst = (await shelf.entries()).sort(([, a], [, b]) => b.used - a.used);
    let total = 0;
    for (const [key, { file }] of newestFirst) {
      total += file.size;
      if (total > mostKept) await shelf.delete(key);
    }
  }

  return {
    async find(sha256) {
      const kept = await shelf.get(sha256);
      if (kept === null) return null;
      await shelf.put(sha256, { ...kept, used: Date.now() });
      return kept;
    },
    async keep(sha256, title, file) {
      if (file.size > longestKept) return false;
      // The bytes as they are now: the file itself may change, or go.
      const bytes = await file.arrayBuffer().catch(() => null);
      if (bytes === null) return false;
      const kept = await shelf.put(sha256, { title, file: new Blob([bytes]), used: Date.now() });
      await tidy();
      return kept;
    },
    forget: (sha256) => shelf.delete(sha256),
  };
}
