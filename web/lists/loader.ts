// Opens lists, from files, texts and the page's own, and finds out what a link may call them.
import type { Requests } from '../control/requests.ts';
import type { Store } from '../control/store.ts';
import type { LinkedList, LinkedPart, LinkedSingle, MetList, OwnList } from '../links/link.ts';
import type { ListSource, Reading } from '../messages/protocol.ts';
import type { NamedList } from './bundled.ts';
import { plainReading } from './reading.ts';
import { fetchList, findNamed, languageOf } from './source.ts';

/** Opens one list at a time; a newer one takes the place of an unfinished one. */
export class ListLoader {
  private readonly store: Store;
  private readonly requests: Requests;
  /** Counts the lists asked for, so that a slow fetch cannot overtake a newer wish. */
  private loads = 0;
  private open: { title: string; source: ListSource; own: boolean } | null = null;
  /** The user's own lists of this visit, by their SHA-256: what a blend is made of. */
  private readonly own = new Map<string, { title: string; file: Blob; reading: Reading }>();
  /** What was not UTF-8. */
  private refused: { title: string; source: ListSource } | null = null;

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
    const known = languageOf(origin);
    const { id, answer } = this.requests.ask({ kind: 'load', title, source });
    this.store.change({ loading: { id, title, bytes: 0, total: sizeOf(source) }, failure: null });
    this.refused = { title, source };
    const done = await answer.catch(() => null);
    if (done?.kind !== 'loaded') return false;
    const own = origin?.from !== 'named' && origin?.from !== 'blend';
    this.open = { title, source, own };
    const { reading = plainReading } = source;
    if (origin === null) void this.nameOwn(title, bytesOf(source), reading);
    else this.store.change({ origin, language: await known });
    if (origin?.from === 'asked-for') this.meet(origin.sha256, title, bytesOf(source), reading);
    return true;
  }

  /** The open list once more, for a worker that has not seen it. */
  reopen(): Promise<boolean> {
    const { origin } = this.store.state;
    return this.open === null
      ? Promise.resolve(false)
      : this.load(this.open.title, this.open.source, origin);
  }

  /** The open list once more, read in another way; a blend is folded list by list. */
  async reread(reading: Reading): Promise<boolean> {
    const { open } = this;
    const { origin } = this.store.state;
    if (open === null) return false;
    if (origin?.from !== 'blend') return this.load(open.title, { ...open.source, reading }, origin);
    const { folded } = await import('./blend.ts');
    return this.loadBlend(folded(origin.parts, reading), reading);
  }

  /** The list that was refused last, as Windows-1252. */
  async retry(): Promise<boolean> {
    if (this.refused === null) return false;
    const { title, source } = this.refused;
    if (source.from === 'blend') {
      this.refuse(title, 'Open the list that is not UTF-8 by itself first, then blend it in.');
      return false;
    }
    const { reading = plainReading } = source;
    return this.load(title, { ...source, reading: { ...reading, windows1252: true } }, null);
  }

  async loadNamed(name: NamedList, reading = plainReading): Promise<boolean> {
    this.loads += 1;
    const mine = this.loads;
    let title = '';
    try {
      const origin = { from: 'named', name } as const;
      ({ title } = await findNamed(name));
      const source = await this.sourceOf(origin, reading);
      return this.loads === mine && (await this.load(title, source, origin));
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      this.refuse(title, `The bundled list could not be fetched. ${reason} Choose a file.`);
      return false;
    }
  }

  /** The names of the open list, as they came; null where only counts did. */
  namesFile(): Blob | null {
    return this.open === null ? null : namesOf(this.open.source);
  }

  /** The user's own lists of this visit. */
  get met(): MetList[] {
    return Array.from(this.own, ([sha256, { title, reading }]) => ({
      list: { from: 'asked-for', title, sha256 },
      reading,
    }));
  }

  /** A blend may hold lists of the user's own that have been met before. */
  meet(sha256: string, title: string, file: Blob, reading: Reading): void {
    this.own.set(sha256, { title, file, reading });
  }

  async loadBlend(parts: LinkedPart[], reading = plainReading): Promise<boolean> {
    this.loads += 1;
    const mine = this.loads;
    try {
      const { blendOf } = await import('./blend.ts');
      const blend = await blendOf(parts, reading, (list, how) => this.sourceOf(list, how));
      return this.loads === mine && (await this.load(blend.title, blend.source, blend.origin));
    } catch (error) {
      this.refuse('The blend', error instanceof Error ? error.message : String(error));
      return false;
    }
  }

  private async sourceOf(list: LinkedSingle, reading: Reading): Promise<ListSource> {
    const source =
      list.from === 'named' ? await fetchList(await findNamed(list.name)) : this.ownSource(list);
    return source.from === 'file' ? { ...source, reading } : source;
  }

  private ownSource({ sha256, title }: OwnList): ListSource {
    const known = this.own.get(sha256);
    if (known === undefined) {
      throw new Error(`The blend needs “${title}”. Open that file first, then the blend.`);
    }
    return fileSource(known.file, known.title);
  }

  refuse(title: string, message: string): void {
    this.store.change({ failure: { about: 'load', title, message, line: 0, column: 0 } });
  }

  async identify(file: Blob): Promise<string> {
    const reply = await this.requests.ask({ kind: 'identify', file }).answer;
    if (reply.kind !== 'identified') throw new Error(`${reply.kind} is no answer.`);
    return reply.sha256;
  }

  private async nameOwn(title: string, file: Blob, reading: Reading): Promise<void> {
    const { list } = this.store.state;
    const sha256 = await this.identify(file).catch(() => null);
    if (sha256 === null) return;
    this.meet(sha256, title, file, reading);
    if (this.store.state.list !== list) return;
    this.store.change({ origin: { from: 'asked-for', title, sha256 } });
  }
}

/** A file of names, or a model by its ending. */
export function fileSource(blob: Blob, title: string): ListSource {
  const named = blob instanceof File && blob.name === title;
  const file = named ? blob : new File([blob], title);
  return /\.json$/i.test(file.name) ? { from: 'model', file } : { from: 'file', file };
}

function namesOf(source: ListSource): Blob | null {
  switch (source.from) {
    case 'file':
      return source.file;
    case 'text':
      return new Blob([source.text]);
    case 'blend': {
      const files = source.parts.map((part) => namesOf(part.source));
      return files.includes(null) ? null : new Blob(files.flatMap((file) => [file ?? '', '\n']));
    }
    default:
      return null;
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
