// Where the page was, as the text of a link: in the tab's own history entry, which a reload brings back,
// and in this machine's storage, for a tab that is opened anew. memory.ts writes both.

/** Where localStorage keeps the place. */
export const placeKey = 'makemore.place';

/** Where this tab was, while its address was behind: something moved. */
export function placeOfTab(): string | null {
  const place = (history.state as { place?: unknown } | null)?.place;
  return typeof place === 'string' ? place : null;
}

/** What the address says. */
export const here = (): string => location.hash.slice(1);

/** Null where nothing is stored, or storage is forbidden. */
export function stored(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}
