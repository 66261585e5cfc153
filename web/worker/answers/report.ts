// All that was found when the list was read.
import type { SkippedLines, Told } from '../../messages/questions.ts';
import type { Subject } from '../questions.ts';
import { transform } from '../unicode.ts';

const numbers = ({ count, first }: { count: number; first: Float64Array }): SkippedLines => ({
  count,
  first: Array.from(first),
});

const isCapital = (letter: string): boolean => letter.toLowerCase() !== letter;
const isSmall = (letter: string): boolean => !isCapital(letter) && letter.toUpperCase() !== letter;

/** The report, with the lists that are too long for each load. */
export function report({ session }: Subject): Told<'report'> {
  const { corpus } = session;
  const { loneCharacters, loneLines, records, ...figures } = corpus.fullReport();
  const alphabet = Array.from(corpus.alphabet()).slice(1);
  const counts = corpus.counts();
  // The boundary's row: how many names begin with each letter.
  const beginning = (matches: (letter: string) => boolean) =>
    alphabet.reduce((sum, each, i) => sum + (matches(each) ? (counts[i + 1] ?? 0) : 0), 0);
  const folded = alphabet.some(isCapital)
    ? corpus.distinctAfter(transform(true))
    : figures.distinctNames;
  return {
    about: 'report',
    report: {
      ...figures,
      lengths: Array.from(figures.lengths),
      lone: Array.from(loneCharacters, (character, i) => ({ character, line: loneLines[i] ?? 0 })),
      blank: numbers(figures.blank),
      control: numbers(figures.control),
      zeroWeight: numbers(figures.zeroWeight),
      records:
        records === null
          ? null
          : {
              columns: records.columns,
              separator: records.separator as ',' | '\t' | ';' | '|',
              header: records.header,
              names: records.names,
              weight: records.weight,
              rows: Array.from(records.rows, (row) => Array.from(row)),
            },
      capital: beginning(isCapital),
      small: beginning(isSmall),
      onlyCase: folded === null ? null : figures.distinctNames - folded,
    },
  };
}
