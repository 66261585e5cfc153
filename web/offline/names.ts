// What the page and its service worker must call by the same names. The manifest knows the action too.

/** What a shared file goes by on its way from the service worker to the page. */
export const shared = {
  /** Where the system posts what is shared with the installed page. */
  action: 'share',
  /** The page is then opened with this in its query. */
  parameter: 'shared',
  cache: 'makemore-shared',
  key: 'shared-list',
  titleHeader: 'X-Title',
} as const;

/** `opened`: by a page that has come from this build. */
export type ToServiceWorker = 'take-over' | 'opened';
