// Makes the page work without a network: registers the service worker, asks before a newer build takes
// over, and opens the files that the system hands to the installed page. Loaded after the first names.
import type { OnDemand } from '../on-demand.ts';
import { trustedServiceWorker } from '../trusted.ts';
import { shared } from './names.ts';
import type { ToServiceWorker } from './names.ts';

/** A page that stays open asks for a newer build no oftener than this, when it is come back to. */
const askAgainMs = 3_600_000;

interface LaunchQueue {
  setConsumer(take: (launch: { files: readonly FileSystemFileHandle[] }) => void): void;
}

/** Where the offline part speaks, and where opened files go. */
export interface OfflineKit {
  demand: OnDemand;
  openFile: (file: File) => void;
}

/** Registers the service worker and takes files that the system hands over. */
export function goOffline({ demand, openFile }: OfflineKit): void {
  takeLaunches(openFile);
  void takeShared(openFile);
  // Missing where the page came without TLS; there it works as long as there is a network.
  const { serviceWorker } = navigator as { serviceWorker?: ServiceWorkerContainer };
  if (serviceWorker !== undefined) register(serviceWorker, demand);
}

function register(container: ServiceWorkerContainer, demand: OnDemand): void {
  let asked = false;
  let before = container.controller;
  before?.postMessage('opened' satisfies ToServiceWorker);
  const reload = { text: 'Reload', run: () => location.reload() };

  const offer = (waiting: ServiceWorker) =>
    demand.say('update', 'A new version of this page is ready.', [
      {
        text: 'Reload',
        run() {
          asked = true;
          waiting.postMessage('take-over' satisfies ToServiceWorker);
        },
      },
    ]);

  container.addEventListener('controllerchange', () => {
    if (asked) location.reload();
    // Another tab has asked. This one goes on with what it has.
    else if (before !== null)
      demand.say('update', 'Another tab has taken the new version.', [reload]);
    before = container.controller;
  });

  // Storage may be forbidden: then there is nothing to serve from, and nothing to say.
  container.register(trustedServiceWorker(), { updateViaCache: 'none' }).then(
    (registration) => {
      if (registration.waiting !== null && before !== null) offer(registration.waiting);
      registration.addEventListener('updatefound', () => {
        const { installing } = registration;
        installing?.addEventListener('statechange', () => {
          if (installing.state === 'installed' && container.controller !== null) offer(installing);
        });
      });
      let last = performance.now();
      document.addEventListener('visibilitychange', () => {
        if (document.hidden || performance.now() - last < askAgainMs) return;
        last = performance.now();
        registration.update().catch(() => undefined);
      });
    },
    () => undefined,
  );
}

/** A text file opened with the installed page. */
function takeLaunches(openFile: (file: File) => void): void {
  const { launchQueue } = window as { launchQueue?: LaunchQueue };
  launchQueue?.setConsumer(({ files }) => {
    const [handle] = files;
    if (handle !== undefined) void handle.getFile().then(openFile);
  });
}

/** What was shared with it waits in a cache (service-worker.ts). */
async function takeShared(openFile: (file: File) => void): Promise<void> {
  const address = new URL(location.href);
  if (!address.searchParams.has(shared.parameter)) return;
  address.searchParams.delete(shared.parameter);
  history.replaceState(history.state, '', address);
  const cache = await caches.open(shared.cache);
  const response = await cache.match(shared.key);
  if (response === undefined) return;
  await cache.delete(shared.key);
  const title = decodeURIComponent(response.headers.get(shared.titleHeader) ?? 'Shared list');
  openFile(new File([await response.blob()], title, { type: 'text/plain' }));
}
