// What the page keeps on this machine, in IndexedDB: one named store a kind of thing. Storage may be
// forbidden, full or gone; then nothing is kept, every read finds nothing, and it is said once.
import { openDB } from 'idb';
import type { IDBPDatabase } from 'idb';

/** A list that the user opened. */
export interface KeptList {
  title: string;
  file: Blob;
  /** Milliseconds since 1970. */
  used: number;
}

/** A name of the shortlist, by itself: two tabs do not undo each other's work. */
export interface KeptName {
  /** The title of the list it was made from. */
  from: string;
  note: string;
  /** The smallest stands first. */
  place: number;
}

/** Every store and what lies in it. A new one needs a line here, one in `stores`, and a new version. */
export interface Stores {
  /** Own lists, by the SHA-256 of their bytes. */
  lists: KeptList;
  /** The shortlist, by the names themselves. */
  names: KeptName;
}

const stores: readonly (keyof Stores)[] = ['lists', 'names'];
const version = 2;
const database = 'makemore';

/** A named store. */
export interface Shelf<T> {
  /** Null where there is none, or nothing can be read. */
  get(key: string): Promise<T | null>;
  entries(): Promise<[key: string, value: T][]>;
  /** False where it was not kept. */
  put(key: string, value: T): Promise<boolean>;
  delete(key: string): Promise<void>;
}

/** Why nothing is kept, as a sentence for the user. */
export type TroubleListener = (sentence: string) => void;

/** The page's database, opened when it is first needed. */
export class Storage {
  private readonly trouble: TroubleListener;
  private opening: Promise<IDBPDatabase> | null = null;
  private said = false;

  constructor(trouble: TroubleListener) {
    this.trouble = trouble;
  }

  shelf<K extends keyof Stores>(name: K): Shelf<Stores[K]> {
    type T = Stores[K];
    return {
      get: (key) =>
        this.attempt(null, async (db) => ((await db.get(name, key)) as T | undefined) ?? null),
      entries: () =>
        this.attempt([], async (db) => {
          // One transaction: keys and values of the same moment, in the same order.
          const store = db.transaction(name).store;
          const [keys, values] = await Promise.all([store.getAllKeys(), store.getAll()]);
          return keys.map((key, i): [string, T] => [key as string, values[i] as T]);
        }),
      put: (key, value) =>
        this.attempt(false, async (db) => {
          await db.put(name, value, key);
          return true;
        }),
      delete: (key) => this.attempt(undefined, (db) => db.delete(name, key)),
    };
  }

  private async attempt<R>(otherwise: R, act: (db: IDBPDatabase) => Promise<R>): Promise<R> {
    try {
      return await act(await this.open());
    } catch (error) {
      this.tell(error);
      return otherwise;
    }
  }

  private open(): Promise<IDBPDatabase> {
    this.opening ??= openDB(database, version, {
      upgrade(db) {
        for (const name of stores) {
          if (!db.objectStoreNames.contains(name)) db.createObjectStore(name);
        }
      },
      // A newer page in another tab wants another version: it must not wait for this one.
      blocking: (_now, _wanted, event) => {
        (event.target as IDBDatabase).close();
        this.opening = null;
      },
      terminated: () => {
        this.opening = null;
      },
    });
    this.opening.catch(() => {
      this.opening = null;
    });
    return this.opening;
  }

  private tell(error: unknown): void {
    if (this.said) return;
    this.said = true;
    const full = error instanceof DOMException && error.name === 'QuotaExceededError';
    this.trouble(
      full
        ? 'This browser has no room left to keep your list or your shortlist. Everything works until the page is closed.'
        : 'This browser keeps nothing for this page, as in a private window. Everything works until the page is closed; save your shortlist before.',
    );
  }
}
