// How a token is written. Id 0 is the boundary, a bare full stop, as in the lecture; a full stop that
// the list itself holds is another token and stands in quotation marks. What has no shape gets one.

/** The token that stands before and after every name. */
export const boundary = 0;

/** For sentences and tables. */
export function tokenLabel(alphabet: readonly string[], id: number): string {
  const character = alphabet[id] ?? '';
  if (id === boundary) return '.';
  if (character === '.') return '‘.’';
  if (/^\p{Zs}$/u.test(character)) return character === ' ' ? '␣' : codePoint(character);
  if (/^[\p{C}\p{Zl}\p{Zp}\p{DI}]$/u.test(character)) return codePoint(character);
  if (/^\p{M}$/u.test(character)) return `◌${character}`;
  return character;
}

/** For the axis of a map, where one cell is all the room there is. */
export function axisLabel(alphabet: readonly string[], id: number): string {
  const label = tokenLabel(alphabet, id);
  return label.startsWith('U+') ? '▯' : label;
}

/** For a screen reader, which would pass over a lone full stop or a space. */
export function spokenLabel(alphabet: readonly string[], id: number): string {
  const character = alphabet[id] ?? '';
  if (id === boundary) return 'boundary';
  if (character === '.') return 'full stop';
  if (character === ' ') return 'space';
  return tokenLabel(alphabet, id);
}

function codePoint(character: string): string {
  const hex = (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
  return `U+${hex}`;
}

/** The first letter of a word that an alphabet lacks, or null. */
export function strangerIn(word: string, alphabet: readonly string[]): string | null {
  const known = new Set(alphabet.slice(1));
  for (const character of word) if (!known.has(character)) return character;
  return null;
}
