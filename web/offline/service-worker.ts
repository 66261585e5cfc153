// The service worker: serves one whole build of the page from a cache of its own, so that no two builds
// mix, and takes in the files that other apps share with the installed page.
import { PrecacheController, PrecacheRoute } from 'workbox-precaching';
import { registerRoute } from 'workbox-routing';
import { shared } from './names.ts';
import type { ToServiceWorker } from './names.ts';

declare const self: ServiceWorkerGlobalScope;
/** Both are put in by the build (plugin.ts). */
declare const BUILD: string;
declare const FILES: { url: string; revision: string | null }[];

const cachePrefix = 'makemore-build-';
const cacheName = `${cachePrefix}${self.registration.scope} ${BUILD}`;
const controller = new PrecacheController({ cacheName });
controller.addToCacheList(FILES);

self.addEventListener('install', (event) => {
  void controller.install(event);
});
self.addEventListener('activate', (event) => {
  event.waitUntil(self.clients.claim());
});
/** A page of an older build may still be open and want the rest of it: its cache goes after it. */
async function forgetOldBuilds(except: string): Promise<void> {
  const open = await self.clients.matchAll({ type: 'window', includeUncontrolled: true });
  if (open.some(({ id }) => id !== except)) return;
  const old = (name: string) =>
    name.startsWith(`${cachePrefix}${self.registration.scope} `) && name !== cacheName;
  await Promise.all((await caches.keys()).filter(old).map((name) => caches.delete(name)));
}

self.addEventListener('message', (event) => {
  const word = event.data as ToServiceWorker;
  const id = event.source instanceof Client ? event.source.id : '';
  event.waitUntil(word === 'take-over' ? self.skipWaiting() : forgetOldBuilds(id));
});

registerRoute(
  new PrecacheRoute(controller, {
    cleanURLs: false,
    // ?embed and ?shared are the page's own business.
    ignoreURLParametersMatching: [/^/],
  }),
);

const scope = new URL(self.registration.scope).pathname;
registerRoute(
  ({ url, sameOrigin }) => sameOrigin && url.pathname.startsWith(`${scope}assets/`),
  async ({ request }) => (await caches.match(request)) ?? fetch(request),
);

/** The first shared file, or the shared text as one, waits in a cache until the page has opened. */
async function takeIn(request: Request): Promise<Response> {
  const form = await request.formData();
  const file = form.getAll('lists').find((part) => part instanceof File);
  const text = form.get('text');
  const body = file ?? (typeof text === 'string' && text !== '' ? text : null);
  if (body !== null) {
    const title = file instanceof File ? file.name : 'Shared list';
    const headers = {
      'Content-Type': 'text/plain',
      [shared.titleHeader]: encodeURIComponent(title),
    };
    const cache = await caches.open(shared.cache);
    await cache.put(shared.key, new Response(body, { headers }));
  }
  return Response.redirect(`${self.registration.scope}?${shared.parameter}`, 303);
}

registerRoute(
  ({ url, sameOrigin }) => sameOrigin && url.pathname === `${scope}${shared.action}`,
  ({ request }) => takeIn(request),
  'POST',
);
