// Parts of the worker that are fetched when they are first needed.

/** Where a part cannot be fetched, that is an answer, and the worker goes on. */
export const fetched = <T>(part: Promise<T>): Promise<T> =>
  part.catch(() => {
    throw new DOMException(
      'This part of the page could not be fetched. Try again when you are connected.',
    );
  });
