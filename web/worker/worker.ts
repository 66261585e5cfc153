// The worker's side of the protocol: hears requests and says what comes of them. The arithmetic is the
// core's; what moves is the lab's.
import type { Problem, Reply, Request } from '../messages/protocol.ts';
import { loadCore } from './core.ts';
import type { Core } from './core.ts';
import { fetched } from './fetched.ts';
import { Lab } from './lab.ts';
import { holdLifeline } from './lifeline.ts';
import { readList } from './load.ts';
import { Session } from './session.ts';

const post = (reply: Reply, transfer: Transferable[] = []): void => {
  self.postMessage(reply, transfer);
};
const lab = new Lab({ post, fail, crash });
let currentLoad = 0;

function fail(id: number, about: Problem['about'], error: unknown, title = ''): void {
  // The core's own errors carry a place, and a file may turn unreadable; anything else is a bug and
  // must not look like bad input.
  const { line, column, notUtf8 } = error as Record<'line' | 'column' | 'notUtf8', unknown>;
  const expected = typeof line === 'number' || error instanceof DOMException;
  if (!(error instanceof Error) || !expected) throw error;
  const place = (value: unknown) => (typeof value === 'number' ? value : 0);
  const problem = {
    about,
    message: error.message,
    line: place(line),
    column: place(column),
    notUtf8: notUtf8 === true,
  };
  post({ kind: 'failed', id, title, problem });
}

async function load(core: Core, request: Request & { kind: 'load' }): Promise<void> {
  const { id, title, source } = request;
  currentLoad = id;
  let lastNews = 0;
  const cancelled = () => currentLoad !== id;
  try {
    const loaded = await readList(core, source, {
      cancelled,
      progress(bytes, total) {
        const now = performance.now();
        if (now - lastNews < 50) return;
        lastNews = now;
        post({ kind: 'loading', id, title, bytes, total });
      },
    });
    if (loaded === null) {
      post({ kind: 'load-cancelled', id });
      return;
    }
    // Everything of the new list is ready before anything of the old one goes.
    const { corpus, training } = loaded;
    const { options } = lab;
    const session = new Session(core, corpus, title, options, training, source.reading);
    lab.openList(id, session, source, training);
  } catch (error) {
    fail(id, 'load', error, title);
  } finally {
    if (currentLoad === id) currentLoad = 0;
  }
}

/** Answers one request; the core's refusal is an answer too. */
async function answer(
  id: number,
  about: Problem['about'],
  make: () => Reply | Promise<Reply>,
): Promise<void> {
  try {
    post(await make());
  } catch (error) {
    fail(id, about, error);
  }
}

function hear(core: Core, request: Request): Promise<void> | undefined {
  const { id } = request;
  switch (request.kind) {
    case 'load':
      return load(core, request);
    case 'cancel-load':
      currentLoad = 0;
      return undefined;
    case 'options':
      lab.setOptions(id, request.options);
      return undefined;
    case 'train':
      lab.train();
      return undefined;
    case 'pause':
      lab.pause();
      return undefined;
    case 'step':
      lab.step(id, request.count);
      return undefined;
    case 'reset':
      lab.reset();
      return undefined;
    case 'seek':
      lab.seek(id, request.step);
      return undefined;
    case 'replay':
      lab.replay(id, request.changes, request.lastStep, request.step);
      return undefined;
    case 'cancel-seek':
      lab.cancelSeek();
      return undefined;
    case 'sample':
      return answer(id, 'names', () => ({ kind: 'names', id, names: lab.session.sample(request) }));
    case 'score':
      return answer(id, 'score', () => ({
        kind: 'scored',
        id,
        ...lab.session.score(request.word),
      }));
    case 'ask':
      // Only the lesson asks questions, and only own lists have no name to be known by: fetched then.
      return answer(id, 'question', async () => {
        const { answerQuestion } = await fetched(import('./questions.ts'));
        return { kind: 'answered', id, answer: await answerQuestion(request.question, lab) };
      });
    case 'identify':
      return answer(id, 'file', async () => {
        const { identify } = await fetched(import('./identify.ts'));
        return { kind: 'identified', id, sha256: await identify(request.file) };
      });
    case 'drawn':
      lab.heard(request.sequence);
      return undefined;
    default: {
      const unknown: never = request;
      throw new Error(`Unknown request: ${JSON.stringify(unknown)}`);
    }
  }
}

function crash(error: unknown): void {
  lab.halt();
  post({ kind: 'crashed', message: error instanceof Error ? error.message : String(error) });
}

holdLifeline(() => {
  post({ kind: 'alive' });
});

// Requests may come before the core is there: they wait in `waiting`, in order.
const waiting: Request[] = [];
self.onmessage = (event: MessageEvent<Request>) => waiting.push(event.data);

loadCore().then((core) => {
  const guarded = (request: Request) => {
    try {
      hear(core, request)?.catch(crash);
    } catch (error) {
      crash(error);
    }
  };
  self.onmessage = (event: MessageEvent<Request>) => {
    guarded(event.data);
  };
  post({ kind: 'ready', version: core.version() });
  waiting.splice(0).forEach(guarded);
}, crash);
