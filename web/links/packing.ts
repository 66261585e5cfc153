// A short text as letters that an address may hold, and back: deflated, in base64url.

/** What a link may carry of a list: longer addresses do not survive every mail and chat. */
export const longestPacked = 4000;
/** Longer texts are not tried: they would not fit. */
export const longestText = 64 << 10;

async function through(
  bytes: Uint8Array<ArrayBuffer>,
  transform: CompressionStream | DecompressionStream,
) {
  const stream = new Blob([bytes]).stream().pipeThrough(transform);
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

/** Null where the text is too long for a link. */
export async function pack(text: string): Promise<string | null> {
  if (text.length > longestText) return null;
  const bytes = await through(new TextEncoder().encode(text), new CompressionStream('deflate-raw'));
  if (bytes.length > longestPacked) return null;
  const packed = btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replace(/=+$/, '');
  return packed.length > longestPacked ? null : packed;
}

/** Throws where the letters are no packed text. */
export async function unpack(packed: string): Promise<string> {
  const letters = atob(packed.replaceAll('-', '+').replaceAll('_', '/'));
  const bytes = Uint8Array.from(letters, (letter) => letter.charCodeAt(0));
  const unpacked = await through(bytes, new DecompressionStream('deflate-raw'));
  return new TextDecoder('utf-8', { fatal: true }).decode(unpacked);
}
