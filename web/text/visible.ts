// Makes marks of the characters that have no shape and change that of others: controls, and those that
// turn the direction of writing. What a name is made of can then be seen, and turns nothing around it.
// Joiners stay: Persian and emoji need them. Pure.

const hidden =
  /[\p{Cc}\p{Zl}\p{Zp}\u00AD\u061C\u200B\u200E\u200F\u202A-\u202E\u2060-\u206F\uFEFF]/gu;

const mark = (character: string): string => {
  const code = character.codePointAt(0) ?? 0;
  // Controls have pictures of their own.
  if (code < 0x20) return String.fromCodePoint(0x2400 + code);
  if (code === 0x7f) return '\u2421';
  return `⟨${code.toString(16).toUpperCase().padStart(4, '0')}⟩`;
};

/** The text with such characters replaced by their marks. */
export const visible = (text: string): string => text.replace(hidden, mark);
