// What the report says in words: how a list was read, how else it could be. Pure.
import type { Reading, RecordColumns } from '../messages/protocol.ts';
import type { FullReport, RecordPreview, SkippedLines } from '../messages/questions.ts';
import { count, plural } from '../text/format.ts';
import { visible } from '../text/visible.ts';

const examples = 3;
const longestExample = 24;

/** Letters that are written from right to left would turn the sentence around them. */
const rightToLeft =
  /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u;

/** Long names are cut where they are only examples. */
export function example(name: string): string {
  const characters = Array.from(name);
  const text = visible(characters.slice(0, longestExample).join(''));
  const shown = characters.length > longestExample ? `${text}…` : text;
  return rightToLeft.test(shown) ? `\u2068${shown}\u2069` : shown;
}

/** As its header calls it, and its number from 1. */
export function columnName({ header, rows }: RecordPreview, column: number): string {
  const name = header ? rows[0]?.[column]?.trim() : undefined;
  const number = `column ${column + 1}`;
  return name === undefined || name === '' ? number : `${number}, “${example(name)}”`;
}

const dataRows = ({ header, rows }: RecordPreview): string[][] => rows.slice(header ? 1 : 0);

/** The first names of a column. */
export const namesIn = (preview: RecordPreview, column: number): string[] =>
  dataRows(preview)
    .map((row) => row[column]?.trim() ?? '')
    .filter((name) => name !== '')
    .slice(0, examples)
    .map(example);

/** What the records seem to be. */
export const recordsFound = ({ columns, header }: RecordPreview): string =>
  `The lines look like records of ${columns} columns${
    header ? ' under a header' : ''
  }, and each was read as one name.`;

/** What one click does about it. */
export function useColumns(preview: RecordPreview): string {
  const { names, weight } = preview;
  const some = namesIn(preview, names);
  const shown =
    some.length === 0 ? '' : ` (${some.join(', ')}${some.length < examples ? '' : ', …'})`;
  const weighted = weight === null ? '' : `, weighted by column ${weight + 1}`;
  return `Use column ${names + 1}${shown}${weighted}`;
}

/** The columns as they were guessed. */
export const columnsOf = ({ separator, header, names, weight }: RecordColumns): RecordColumns => ({
  separator,
  header,
  names,
  weight,
});

/** Names that begin with a capital, and others that do not. */
export const isMixed = ({ capital, small }: FullReport): boolean => capital > 0 && small > 0;

/** How many names differ in case only. */
export function caseFound({ capital, small, onlyCase }: FullReport): string {
  const alike =
    onlyCase === null || onlyCase === 0
      ? ''
      : ` ${plural(onlyCase, 'name differs', 'names differ')} from another in nothing else.`;
  return `${plural(capital, 'name begins', 'names begin')} with a capital, ${count(small)} with a small letter.${alike}`;
}

/** How many names are there more than once. */
export function duplicatesFound({ names, distinctNames, distinctExact }: FullReport): string {
  if (!distinctExact) {
    return 'The different names are more than fit into memory: which of the others are repeats is not known, so repeats cannot be left out, and whether a name is new cannot always be told.';
  }
  const repeats = names - distinctNames;
  return repeats === 0
    ? 'No name stands in it twice.'
    : `${plural(repeats, 'of the names is a repeat', 'of the names are repeats')}, and each counts.`;
}

/** Lines by number, as far as they were kept. */
export function linesOf({ count: all, first }: SkippedLines): string {
  const numbers = first.map(count).join(', ');
  return `${first.length === 1 ? 'line' : 'lines'} ${numbers}${all > first.length ? ', …' : ''}`;
}

/** How the list is read, where that was chosen; empty where it is as usual. */
export function chosen({ windows1252, records, foldsCase, once }: Reading): string {
  const weight = records?.weight ?? null;
  const parts = [
    windows1252 ? 'as Windows-1252' : '',
    records === null ? '' : `by column ${records.names + 1}`,
    weight === null ? '' : `weighted by column ${weight + 1}`,
    foldsCase ? 'folded to lower case' : '',
    once ? 'every name once' : '',
  ];
  return parts.filter((part) => part !== '').join(', ');
}
