// Canonical composition and folding to lower case, by the browser. The rule, the same on the command
// line (core/cli/unicode.hpp): text becomes NFC; where case is folded, NFC of the lower case of that, by
// full mappings and without regard to a language, but for the capital sigma. The core decides which blocks of lines it asks about.

// A block may begin with U+FEFF, which only the start of a list may lose.
const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
const encoder = new TextEncoder();

const finalSigma =
  /(?<=[\u0370-\u03ff\u1f00-\u1fff][\u0300-\u036f]*)Σ(?![\u0300-\u036f]*[\u0370-\u03ff\u1f00-\u1fff])/g;

/** The text as the reader takes it. */
export function asRead(text: string, foldsCase: boolean): string {
  const composed = text.normalize('NFC');
  if (!foldsCase) return composed;
  const sigmas = composed.replace(finalSigma, 'ς').replaceAll('Σ', 'σ');
  return sigmas.toLowerCase().normalize('NFC');
}

/** For the core: UTF-8 to UTF-8, null where nothing changes. */
export const transform =
  (foldsCase: boolean) =>
  (utf8: Uint8Array): Uint8Array | null => {
    const text = decoder.decode(utf8);
    const changed = asRead(text, foldsCase);
    return changed === text ? null : encoder.encode(changed);
  };
