// The page's side of the protocol: starts the worker under the page's policy, numbers requests.
// Shows nothing and decides nothing.
import workerUrl from './worker.ts?worker&url';
import type { Reply, RequestBody } from './protocol.ts';

export interface Client {
  /** Returns the request's id; the reply carries it. */
  send(request: RequestBody): number;
}

/** The one place that may name a script's address (Trusted Types). */
interface ScriptAddressPolicy {
  createScriptURL(url: string): unknown;
}
interface TrustedTypesFactory {
  createPolicy(name: string, rules: { createScriptURL(url: string): string }): ScriptAddressPolicy;
}

/**
 * A worker loaded by its address would run under no policy at all. One started from a blob inherits
 * the page's; so the blob imports the real module and does nothing else.
 */
function startWorker(): Worker {
  const address = new URL(workerUrl, document.baseURI).href;
  const blob = new Blob([`import ${JSON.stringify(address)};`], { type: 'text/javascript' });
  const blobUrl = URL.createObjectURL(blob);
  const factory = (globalThis as { trustedTypes?: TrustedTypesFactory }).trustedTypes;
  const policy = factory?.createPolicy('makemore', {
    createScriptURL(url) {
      if (url !== blobUrl) throw new TypeError('Only the worker may be started.');
      return url;
    },
  });
  const trusted = policy === undefined ? blobUrl : policy.createScriptURL(blobUrl);
  return new Worker(trusted as string, { type: 'module', name: 'makemore' });
}

export function startClient(hear: (reply: Reply) => void): Client {
  const worker = startWorker();
  let lastId = 0;
  const crash = (message: string) => {
    hear({ kind: 'crashed', message });
  };
  worker.onmessage = (event: MessageEvent<Reply>) => {
    hear(event.data);
  };
  worker.onmessageerror = () => {
    crash('A message from the worker could not be read.');
  };
  worker.onerror = (event) => {
    event.preventDefault();
    crash(event.message || 'The worker could not be started.');
  };
  return {
    send(request) {
      lastId += 1;
      worker.postMessage({ ...request, id: lastId });
      return lastId;
    },
  };
}
