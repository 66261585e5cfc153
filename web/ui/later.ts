// Parts of the page that are fetched when they are first asked for, to keep the first load small.

/** Says why something the user asked for did not come. */
export type Refuse = (title: string, message: string) => void;

/** Returns what fetches a part once and hands it over each time; a fetch that failed is tried again. */
export function later<T>(
  fetchPart: () => Promise<T>,
  refuse: Refuse,
): (use: (part: T) => void) => void {
  let part: Promise<T> | null = null;
  return (use) => {
    part ??= fetchPart();
    part.then(use, () => {
      part = null;
      refuse('', 'This part of the page could not be fetched. Try again when you are connected.');
    });
  };
}
