// What a blend is read from: its lists, each in its own way. Fetched with the first blend.
import type { LinkedList, LinkedPart, LinkedSingle } from '../links/link.ts';
import type { ListSource, Reading } from '../messages/protocol.ts';
import { namedLists } from './bundled.ts';
import { plainReading } from './reading.ts';

/** A blend, ready to be read. */
export interface Blend {
  title: string;
  source: ListSource;
  origin: LinkedList;
}

const singleTitle = (list: LinkedSingle): string =>
  list.from === 'named' ? namedLists[list.name].title : list.title;

const partTitle = ({ weight, list }: LinkedPart): string =>
  weight === 1 ? singleTitle(list) : `${weight} × ${singleTitle(list)}`;

/** Of a whole blend can only be said that every name counts once. One list alone is itself. */
export async function blendOf(
  parts: LinkedPart[],
  { once }: Reading,
  sourceOf: (list: LinkedSingle, reading: Reading) => Promise<ListSource>,
): Promise<Blend> {
  const sources = await Promise.all(
    parts.map(async ({ weight, list, reading }) => ({
      title: singleTitle(list),
      weight,
      source: await sourceOf(list, reading),
    })),
  );
  const title = parts.map(partTitle).join(' + ');
  const [part, more] = parts;
  const [only] = sources;
  if (more === undefined && part?.weight === 1 && only !== undefined) {
    return { title, source: only.source, origin: part.list };
  }
  const foldsCase = parts.every(({ reading }) => reading.foldsCase);
  const reading = { ...plainReading, foldsCase, once };
  return {
    title,
    source: { from: 'blend', parts: sources, reading },
    origin: { from: 'blend', parts },
  };
}

/** The same lists, folded or not. */
export const folded = (parts: LinkedPart[], { foldsCase }: Reading): LinkedPart[] =>
  parts.map((part) => ({ ...part, reading: { ...part.reading, foldsCase } }));
