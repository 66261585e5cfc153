// The names a namer keeps: in their order, with notes, on this machine. Every name is kept by itself, so
// that two tabs do not undo each other's work. Draws nothing.
import type { KeptName } from '../keeping/storage.ts';

/** Where the names are kept. */
export interface ShortlistShelf {
  entries(): Promise<[key: string, value: KeptName][]>;
  put(key: string, value: KeptName): Promise<boolean>;
  delete(key: string): Promise<void>;
}

/** A name with what is kept of it. */
export interface Kept extends KeptName {
  name: string;
}

/** The names in their order; what takes one away gives the way back. */
export class Shortlist {
  private names: Kept[] = [];
  private readonly shelf: ShortlistShelf;
  private readonly changed: () => void;

  /** `changed` is called after every change, the first reading among them. */
  constructor(shelf: ShortlistShelf, changed: () => void) {
    this.shelf = shelf;
    this.changed = changed;
    void this.read();
  }

  get all(): readonly Kept[] {
    return this.names;
  }

  has(name: string): boolean {
    return this.names.some((each) => each.name === name);
  }

  /** At the end. `from`: the list it was made from. */
  add(name: string, from: string): void {
    if (this.has(name)) return;
    this.place({ name, from, note: '', place: (this.names.at(-1)?.place ?? 0) + 1 });
  }

  /** What brings it back to where it was. */
  remove(name: string): () => void {
    const gone = this.names.find((each) => each.name === name);
    if (gone === undefined) return () => undefined;
    this.names = this.names.filter((each) => each !== gone);
    void this.shelf.delete(name);
    this.changed();
    return () => {
      if (!this.has(name)) this.place(gone);
    };
  }

  clear(): () => void {
    const undo = this.names.map(({ name }) => this.remove(name));
    return () => {
      for (const each of undo) each();
    };
  }

  note(name: string, note: string): void {
    this.replace(name, { note });
  }

  /** To a position counted from 0; the others keep their places. */
  move(name: string, to: number): void {
    const rest = this.names.filter((each) => each.name !== name);
    const at = Math.min(Math.max(0, to), rest.length);
    if (this.names[at]?.name === name) return;
    const before = rest[at - 1]?.place ?? (rest[at]?.place ?? 0) - 2;
    const after = rest[at]?.place ?? before + 2;
    const place = (before + after) / 2;
    if (place > before && place < after) {
      this.replace(name, { place });
      return;
    }
    // No number lies between them any more: all are numbered anew.
    const moved = this.names.find((each) => each.name === name);
    if (moved === undefined) return;
    rest.splice(at, 0, moved);
    for (const [i, each] of rest.entries()) this.replace(each.name, { place: i + 1 });
  }

  private replace(name: string, changes: Partial<KeptName>): void {
    const old = this.names.find((each) => each.name === name);
    if (old !== undefined) this.place({ ...old, ...changes });
  }

  private place({ name, ...kept }: Kept): void {
    const rest = this.names.filter((each) => each.name !== name);
    this.names = [...rest, { name, ...kept }].sort((a, b) => a.place - b.place);
    void this.shelf.put(name, kept);
    this.changed();
  }

  private async read(): Promise<void> {
    const found = (await this.shelf.entries()).map(([name, kept]) => ({ ...kept, name }));
    // What was starred while storage was read stays.
    const known = new Set(found.map(({ name }) => name));
    const here = this.names.filter(({ name }) => !known.has(name));
    this.names = [...found, ...here].sort((a, b) => a.place - b.place);
    this.changed();
  }
}
