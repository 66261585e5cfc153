// The page's one Trusted Types policy: the only place that may name the address of a script.

interface ScriptAddressPolicy {
  createScriptURL(url: string): unknown;
}
interface TrustedTypesFactory {
  createPolicy(name: string, rules: { createScriptURL(url: string): string }): ScriptAddressPolicy;
}

/** Exactly these may be started. */
const known = new Set<string>();

const factory = (globalThis as { trustedTypes?: TrustedTypesFactory }).trustedTypes;
const policy = factory?.createPolicy('makemore', {
  createScriptURL(url) {
    if (!known.has(url)) throw new TypeError(`${url} is no script of this page.`);
    return url;
  },
});

/** Typed as text, as the constructors still are; where Trusted Types are enforced, it is none. */
function trust(url: string): string {
  known.add(url);
  return policy === undefined ? url : (policy.createScriptURL(url) as string);
}

/** A module that only imports this one of the page's own. */
export function trustedImport(path: string): string {
  const address = new URL(path, document.baseURI).href;
  const blob = new Blob([`import ${JSON.stringify(address)};`], { type: 'text/javascript' });
  return trust(URL.createObjectURL(blob));
}

/** The address of the service worker. */
export function trustedServiceWorker(): string {
  return trust(new URL('service-worker.js', document.baseURI).href);
}
