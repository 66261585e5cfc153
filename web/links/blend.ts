// How a link writes a blend of lists, and reads it: a field a list, its weight and reading before it. Pure.
import { listNames } from '../lists/bundled.ts';
import type { LinkedPart } from './link.ts';
import { readReading, writeReading } from './reading.ts';

/** The most lists of a blend. */
export const mostParts = 8;
/** The largest weight of a list in a blend, from 1. */
export const largestWeight = 1000;
const longestTitle = 200;

/** Appends the parts of a blend to a link's fields. */
export function writeBlend(parts: readonly LinkedPart[], fields: URLSearchParams): void {
  for (const { weight, list, reading } of parts) {
    const what = list.from === 'named' ? list.name : `${list.sha256}*${list.title}`;
    const how = writeReading(reading);
    fields.append('blend', `${weight}${how === '' ? '' : `_${how}`}*${what}`);
  }
}

/** Null where there is no blend, or not all of it can be read: a part of it would be another list. */
export function readBlend(fields: URLSearchParams): LinkedPart[] | null {
  const written = fields.getAll('blend');
  const parts = written.flatMap((text) => readPart(text) ?? []);
  const whole = parts.length === written.length && parts.length > 0 && parts.length <= mostParts;
  return whole ? parts : null;
}

function readPart(text: string): LinkedPart | null {
  const [, number, how = '', what, title] =
    /^(\d{1,4})(?:_([a-z0-9.-]+))?\*([a-z0-9-]+)(?:\*(.+))?$/s.exec(text) ?? [];
  const weight = Number(number);
  if (what === undefined || !(weight >= 1 && weight <= largestWeight)) return null;
  const reading = readReading(how);
  if (writeReading(reading) !== how) return null;
  const name = listNames.find((each) => each === what);
  if (name !== undefined) return { weight, list: { from: 'named', name }, reading };
  if (title === undefined || !/^[0-9a-f]{64}$/.test(what)) return null;
  const list = { from: 'asked-for', title: title.slice(0, longestTitle), sha256: what } as const;
  return { weight, list, reading };
}
