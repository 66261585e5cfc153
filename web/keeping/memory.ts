// Keeps where the page is and what list is open, so that a reload, a crash or closing the tab loses
// nothing; brings it back, or forgets it. Fetched after the first names, or when there is something to
// bring back. Of two tabs, the one that changed last is found by a third; each finds itself again.
import type { Controller } from '../control/controller.ts';
import type { Store } from '../control/store.ts';
import type { Address } from '../links/address.ts';
import { readLink } from '../links/link.ts';
import type { OnDemand } from '../on-demand.ts';
import { count } from '../text/format.ts';
import { visible } from '../text/visible.ts';
import { here, placeKey, placeOfTab, stored } from './place.ts';

/** A crash loses no more than this. */
const everyMs = 2000;
/** There while a tab opens the last place: what broke that off may break this tab too. */
const openingKey = 'makemore.opening';

/** False where this browser keeps nothing for this page. */
function put(key: string, value: string): boolean {
  try {
    if (value === '') localStorage.removeItem(key);
    else localStorage.setItem(key, value);
    return true;
  } catch {
    return false;
  }
}

function keepInTab(place: string | null): void {
  if (placeOfTab() !== place) history.replaceState(place === null ? null : { place }, '');
}

/** What is remembered, and how it is opened again. */
export interface MemoryKit {
  store: Store;
  controller: Controller;
  address: Address;
  demand: OnDemand;
}

/** What brings the last place back, or forgets it. */
export interface Memory {
  openLast(): Promise<void>;
  /** Everything as it comes, and nothing remembered of what was. */
  startAfresh(): Promise<void>;
}

/** Begins to remember. */
export function memory({ store, controller, address, demand }: MemoryKit): Memory {
  /** By SHA-256: lists that are kept, or cannot be. */
  const tried = new Set<string>();
  let restored: string | null = null;

  function keep(): void {
    const place = address.place();
    if (place === null) return;
    const { text, moving } = place;
    // While something moves, the address does not follow.
    keepInTab(moving && text !== here() ? text : null);
    if (restored !== null && restored !== text) {
      restored = null;
      demand.putAway('restored');
    }
    if (!put(placeKey, text) && text !== '') {
      demand.storageFailed(
        'This browser keeps nothing for this page. Everything works, but closing it forgets where you were.',
      );
    }
  }

  /** As soon as it is known by its SHA-256: a page that closes may not finish writing. */
  async function keepList(): Promise<void> {
    const { origin } = store.state;
    const file = controller.ownFile;
    if (origin?.from !== 'asked-for' || file === null || tried.has(origin.sha256)) return;
    tried.add(origin.sha256);
    const lists = await demand.lists();
    if (await lists.keep(origin.sha256, origin.title, file)) return;
    demand.storageFailed(
      `“${visible(origin.title)}” is not kept on this machine: it is too long, or gone. A reload will ask for the file.`,
    );
  }

  async function openLast(): Promise<void> {
    const text = stored(placeKey) ?? '';
    if (stored(openingKey) !== null) {
      put(openingKey, '');
      await address.open('');
      const again = { text: 'Open it again', run: () => void address.open(text) };
      demand.say('restored', 'Opening your last visit broke off.', [again]);
      return;
    }
    put(openingKey, '1');
    const arrived = await address.open(text);
    put(openingKey, '');
    if (!arrived) return;
    restored = text;
    const at = readLink(text).run.step;
    const step = at > 0 ? `, step ${count(at)}` : '';
    const title = visible(store.state.list?.title ?? '');
    demand.say('restored', `Back where you left off: ${title}${step}.`, [
      { text: 'Start afresh', run: () => void startAfresh() },
    ]);
  }

  async function startAfresh(): Promise<void> {
    const { origin } = store.state;
    put(placeKey, '');
    demand.putAway('restored');
    if (origin?.from === 'asked-for') {
      tried.delete(origin.sha256);
      void demand.lists().then(
        (lists) => lists.forget(origin.sha256),
        () => undefined,
      );
    }
    history.pushState(null, '', location.pathname + location.search);
    await address.open('', true);
  }

  store.onFrame(() => {
    keepList().catch(() => undefined);
  });
  window.addEventListener('pagehide', () => {
    keep();
    put(openingKey, '');
  });
  setInterval(keep, everyMs);
  return { openLast, startAfresh };
}
