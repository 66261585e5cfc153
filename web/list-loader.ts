// Opens lists, from files, texts and the page's own, and finds out what a link may call them.
import type { LinkedList } from './link.ts';
import { fetchNamed, namedLists } from './lists.ts';
import type { NamedList } from './lists.ts';
import type { ListSource } from './protocol.ts';
import type { Requests } from './requests.ts';
import type { Store } from './store.ts';

export class ListLoader {
  private readonly store: Store;
  private readonly requests: Requests;
  /** Counts the lists asked for, so that a slow fetch cannot overtake a newer wish. */
  private loads = 0;
  private open: { title: string; source: ListSource; own: boolean } | null = null;

  constructor(store: Store, requests: Requests) {
    this.store = store;
    this.requests = requests;
  }

  /** The bytes of the list that is open, where it is the user's own. */
  get ownFile(): Blob | null {
    return this.open?.own === true ? bytesOf(this.open.source) : null;
  }

  /** True once the list is open; false where it was given up or refused. */
  async load(title: string, source: ListSource, origin: LinkedList | null): Promise<boolean> {
    this.loads += 1;
    const { id, answer } = this.requests.ask({ kind: 'load', title, source });
    this.store.change({ loading: { id, title, bytes: 0, total: sizeOf(source) }, failure: null });
    const done = await answer.catch(() => null);
    if (done?.kind !== 'loaded') return false;
    this.open = { title, source, own: origin?.from !== 'named' };
    if (origin !== null) this.store.change({ origin });
    else void this.nameOwn(title, bytesOf(source));
    return true;
  }

  /** The open list once more, for a worker that has not seen it. */
  reopen(): Promise<boolean> {
    const { origin } = this.store.state;
    return this.open === null
      ? Promise.resolve(false)
      : this.load(this.open.title, this.open.source, origin);
  }

  async loadNamed(name: NamedList): Promise<boolean> {
    this.loads += 1;
    const mine = this.loads;
    const { title } = namedLists[name];
    try {
      const source = await fetchNamed(name);
      return this.loads === mine && (await this.load(title, source, { from: 'named', name }));
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      this.refuse(title, `The bundled list could not be fetched. ${reason} Choose a file.`);
      return false;
    }
  }

  refuse(title: string, message: string): void {
    this.store.change({ failure: { about: 'load', title, message, line: 0, column: 0 } });
  }

  async identify(file: Blob): Promise<string> {
    const reply = await this.requests.ask({ kind: 'identify', file }).answer;
    if (reply.kind !== 'identified') throw new Error(`${reply.kind} is no answer.`);
    return reply.sha256;
  }

  private async nameOwn(title: string, file: Blob): Promise<void> {
    const { list } = this.store.state;
    const sha256 = await this.identify(file).catch(() => null);
    if (sha256 === null || this.store.state.list !== list) return;
    this.store.change({ origin: { from: 'asked-for', title, sha256 } });
  }
}

function sizeOf(source: ListSource): number {
  if (source.from === 'blend') {
    return source.parts.reduce((sum, part) => sum + sizeOf(part.source), 0);
  }
  if (source.from === 'counts') return source.counts.byteLength;
  return source.from === 'file' || source.from === 'model' ? source.file.size : source.text.length;
}

/** Counts alone have none. */
function bytesOf(source: ListSource): Blob {
  if (source.from === 'file' || source.from === 'model') return source.file;
  return new Blob(source.from === 'text' ? [source.text] : []);
}
