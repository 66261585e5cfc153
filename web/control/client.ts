// The page's side of the protocol: starts the worker under the page's policy, numbers requests, and
// notices when the worker dies. Shows nothing and decides nothing.
import type { Reply, RequestBody } from '../messages/protocol.ts';
import { trustedImport } from '../trusted.ts';
import workerUrl from '../worker/worker.ts?worker&url';

/** The page's end of the line to the worker. */
export interface Client {
  /** Returns the request's id; the reply carries it. */
  send(request: RequestBody): number;
  /** Ends the worker and starts another, which knows nothing of what was sent before. */
  restart(): void;
}

/** A worker that has said nothing for so long will not start. */
const patienceMs = 60_000;

/** Starts the worker; `hear` gets everything it says, its end included. */
export function startClient(hear: (reply: Reply) => void): Client {
  /**
   * A worker loaded by its address would run under no policy at all. One started from a blob inherits
   * the page's; so the blob imports the real module and does nothing else.
   */
  const address = trustedImport(workerUrl);
  let lastId = 0;
  let worker = start();

  function start(): Worker {
    // No other tab may have a worker of that name: the lock is called by it.
    const name = `makemore ${crypto.getRandomValues(new Uint32Array(4)).join('-')}`;
    const started = new Worker(address, { type: 'module', name });
    let over = false;
    const crash = (message: string) => {
      // What a worker says after it was given up is of no interest.
      if (over || worker !== started) return;
      over = true;
      clearTimeout(late);
      started.terminate();
      hear({ kind: 'crashed', message });
    };
    const late = setTimeout(() => {
      crash('The worker did not start within a minute.');
    }, patienceMs);
    started.onmessage = ({ data }: MessageEvent<Reply>) => {
      if (over || worker !== started) return;
      if (data.kind === 'crashed') {
        crash(data.message);
        return;
      }
      if (data.kind === 'alive') watchOver(name, crash);
      if (data.kind === 'ready') clearTimeout(late);
      hear(data);
    };
    started.onmessageerror = () => {
      crash('A message from the worker could not be read.');
    };
    started.onerror = (event) => {
      event.preventDefault();
      crash(event.message || 'The worker could not be started.');
    };
    return started;
  }

  return {
    send(request) {
      lastId += 1;
      worker.postMessage({ ...request, id: lastId });
      return lastId;
    },
    restart() {
      worker.terminate();
      worker = start();
    },
  };
}

/**
 * A worker that the browser ends, as when memory runs out, sends no word of it. But it holds a lock as
 * long as it lives (worker/lifeline.ts): whoever is given the lock next knows.
 */
function watchOver(name: string, crash: (message: string) => void): void {
  navigator.locks
    .request(name, () => {
      crash('The browser ended its worker, perhaps for want of memory.');
    })
    .catch(() => undefined);
}
