// What a namer types, in the letters that the list has: a phone writes "Ma" where the list has "ma". Only
// a letter that the list lacks, in a case that it has, is changed. Pure.
import type { CountedList } from '../messages/protocol.ts';

/** What is known of the list's letters. */
export type Letters = Pick<CountedList, 'alphabet' | 'counts'>;

const otherCases = (letter: string): string[] => [letter.toLowerCase(), letter.toUpperCase()];

/** The text in the list's own letters, as far as it has them. */
export function spelled(text: string, { alphabet }: Letters): string {
  const known = new Set(alphabet.slice(1));
  const fit = (letters: string) =>
    Array.from(letters, (letter) =>
      known.has(letter) ? letter : (otherCases(letter).find((each) => known.has(each)) ?? letter),
    );
  const asTyped = fit(text);
  const composed = fit(text.normalize('NFC'));
  const isKnown = (letter: string) => known.has(letter);
  return (!asTyped.every(isKnown) && composed.every(isKnown) ? composed : asTyped).join('');
}

/** The same for the start of a name, whose first letter must begin names. */
export function spelledStart(text: string, letters: Letters): string {
  const [first, ...rest] = spelled(text, letters);
  if (first === undefined) return '';
  const begins = (letter: string) => {
    const id = letters.alphabet.indexOf(letter, 1);
    return id > 0 && (letters.counts[id] ?? 0) > 0;
  };
  const fitting = begins(first) ? first : (otherCases(first).find(begins) ?? first);
  return [fitting, ...rest].join('');
}
