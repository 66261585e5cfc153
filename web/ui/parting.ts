// Where two names part. Pure.

/** The first letter, in code points, at which they differ; null where they are the same. */
export function partsAt(first: string, second: string): number | null {
  if (first === second) return null;
  const [a, b] = [Array.from(first), Array.from(second)];
  let at = 0;
  while (at < a.length && at < b.length && a[at] === b[at]) at += 1;
  return at;
}
