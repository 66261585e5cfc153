// Where two names part, by letters as they are seen: a letter with its marks, emoji that are joined. Pure.

/** Firefox has it from 125 on. */
const segmenter = 'Segmenter' in Intl ? new Intl.Segmenter() : null;

/** The letters as they are seen (grapheme clusters). */
export const lettersOf = (text: string): string[] =>
  segmenter === null ? Array.from(text) : Array.from(segmenter.segment(text), (at) => at.segment);

/** The first letter at which they differ; null where they are the same. */
export function partsAt(first: string, second: string): number | null {
  if (first === second) return null;
  const [a, b] = [lettersOf(first), lettersOf(second)];
  let at = 0;
  while (at < a.length && at < b.length && a[at] === b[at]) at += 1;
  return at;
}
