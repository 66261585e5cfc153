// What the first load does without: fetched when it is first needed, once. Where it cannot be fetched,
// the page goes on as if there were nothing to say and nothing kept.
import type { KeptLists } from './keeping/lists.ts';
import type { Storage } from './keeping/storage.ts';
import type { SlipAction, Slips } from './ui/slip.ts';

/** What is fetched when it is first needed. */
export interface OnDemand {
  /** Says something quietly; the last word about a thing takes the place of the one before. */
  say(about: string, text: string, actions?: readonly SlipAction[]): void;
  putAway(about: string): void;
  storage: () => Promise<Storage>;
  lists(): Promise<KeptLists>;
  /** Registers the service worker, and takes the files that the system opens with this page. */
  goOffline(openFile: (file: File) => void): void;
  /** Says, once, that nothing is kept. */
  storageFailed(sentence: string): void;
}

/** Makes it at the first call and gives that one from then on; a failure is tried again. */
export function once<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | null = null;
  return () => {
    made ??= make().catch((error: unknown) => {
      made = null;
      throw error;
    });
    return made;
  };
}

/** The same parts for everybody on the page. */
export function onDemand(announce: (text: string) => void): OnDemand {
  let failed = false;
  const slips = once<Slips>(async () => (await import('./ui/slip.ts')).slips(announce));
  const putAways = new Map<string, () => void>();
  const storage = once(
    async () =>
      new (await import('./keeping/storage.ts')).Storage((sentence) => storageFailed(sentence)),
  );

  function say(about: string, text: string, actions?: readonly SlipAction[]): void {
    slips().then(
      (show) => putAways.set(about, show(about, text, actions)),
      () => {
        announce(text);
      },
    );
  }

  function storageFailed(sentence: string): void {
    if (failed) return;
    failed = true;
    say('storage', sentence);
  }

  const demand: OnDemand = {
    say,
    putAway(about) {
      putAways.get(about)?.();
      putAways.delete(about);
    },
    storage,
    lists: once(async () => (await import('./keeping/lists.ts')).keptLists(await storage())),
    goOffline(openFile) {
      if (!import.meta.env.PROD) return;
      import('./offline/offline.ts').then(
        ({ goOffline }) => {
          goOffline({ demand, openFile });
        },
        () => undefined,
      );
    },
    storageFailed,
  };
  return demand;
}
