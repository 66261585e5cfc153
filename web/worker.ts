// The worker's side of the protocol: hears requests, drives one session, sends what the page draws.
// The arithmetic is the core's; the pace is the loop's.
import type { ModelOptions, Problem, Reply, Request, TrainingState } from './protocol.ts';
import { loadCore } from './worker/core.ts';
import type { Core } from './worker/core.ts';
import { LossHistory } from './worker/history.ts';
import { readList } from './worker/load.ts';
import { TrainingLoop } from './worker/loop.ts';
import { Session } from './worker/session.ts';

/** A page that draws nothing (a hidden tab) still hears this often, for its title. */
const unheardMs = 1000;
/** Progress may cost at most one part in this many of the time. */
const progressShare = 4;

let session: Session | null = null;
let history = new LossHistory();
let options: ModelOptions | null = null;
let currentLoad = 0;

let sequence = 0;
let drawn = 0;
let lastSent = 0;
let lastCost = 0;

const post = (reply: Reply, transfer: Transferable[] = []): void => {
  self.postMessage(reply, transfer);
};

const loop = new TrainingLoop({
  advance(steps) {
    const open = need(session);
    const set = need(options);
    const before = open.step;
    open.run(Math.min(steps, history.nextRecorded(before + 1) - before), set);
    recordLoss();
    return open.step - before;
  },
  sliceDone: () => {
    sendProgress('if-due');
  },
  failed(error) {
    sendProgress('now');
    fail(0, 'training', error);
  },
});

function need<T>(value: T | null): T {
  if (value === null) throw new Error('There is no list yet.');
  return value;
}

function recordLoss(): void {
  const open = need(session);
  if (history.wants(open.step)) history.record(open.step, open.loss(need(options).l2));
}

function describeRun(): TrainingState {
  const open = need(session);
  const curve = history.copy();
  sequence += 1;
  return {
    sequence,
    training: loop.running,
    step: open.step,
    loss: open.loss(need(options).l2),
    dataLoss: open.dataLoss(),
    stepsPerSecond: loop.stepsPerSecond,
    probabilities: open.learnedProbabilities(),
    historySteps: curve.steps,
    historyLosses: curve.losses,
  };
}

const buffersOf = (run: TrainingState): Transferable[] => [
  run.probabilities.buffer,
  run.historySteps.buffer,
  run.historyLosses.buffer,
];

/** At most one message between two drawn frames: what is skipped was out of date anyway. */
function sendProgress(when: 'now' | 'if-due'): void {
  if (session === null) return;
  const start = performance.now();
  if (when === 'if-due') {
    if (start - lastSent < lastCost * progressShare) return;
    if (drawn < sequence && start - lastSent < unheardMs) return;
  }
  const run = describeRun();
  lastSent = performance.now();
  lastCost = lastSent - start;
  post({ kind: 'progress', run }, buffersOf(run));
}

function fail(id: number, about: Problem['about'], error: unknown, title = ''): void {
  // The core's own errors carry a place, and a file may turn unreadable; anything else is a bug and
  // must not look like bad input.
  const { line, column } = error as { line?: unknown; column?: unknown };
  const expected = typeof line === 'number' || error instanceof DOMException;
  if (!(error instanceof Error) || !expected) throw error;
  const place = (value: unknown) => (typeof value === 'number' ? value : 0);
  const problem = { about, message: error.message, line: place(line), column: place(column) };
  post({ kind: 'failed', id, title, problem });
}

async function load(core: Core, request: Request & { kind: 'load' }): Promise<void> {
  const { id, title, source } = request;
  currentLoad = id;
  let lastNews = 0;
  const cancelled = () => currentLoad !== id;
  try {
    const corpus = await readList(core, source, {
      cancelled,
      progress(bytes, total) {
        const now = performance.now();
        if (now - lastNews < 50) return;
        lastNews = now;
        post({ kind: 'loading', id, title, bytes, total });
      },
    });
    if (corpus === null) {
      post({ kind: 'load-cancelled', id });
      return;
    }
    // Everything of the new list is ready before anything of the old one goes.
    const next = new Session(core, corpus, title, need(options));
    loop.stop();
    session?.dispose();
    session = next;
    history = new LossHistory();
    recordLoss();
    const list = next.list();
    const counted = next.countModel(need(options).smoothing);
    const run = describeRun();
    post({ kind: 'loaded', id, list, counted, run }, [
      list.counts.buffer,
      counted.probabilities.buffer,
      ...buffersOf(run),
    ]);
  } catch (error) {
    fail(id, 'load', error, title);
  } finally {
    if (currentLoad === id) currentLoad = 0;
  }
}

function startOver(): void {
  if (session === null) return;
  loop.stop();
  session.startOver(need(options).weightsSeed);
  history = new LossHistory();
  recordLoss();
}

function setOptions(id: number, next: ModelOptions): void {
  const before = options;
  options = next;
  loop.setSpeed(next.speed);
  if (session === null || before === null) return;
  try {
    if (next.smoothing !== before.smoothing) {
      session.smooth(next.smoothing);
      const counted = session.countModel(next.smoothing);
      post({ kind: 'counted', id, counted }, [counted.probabilities.buffer]);
    }
    if (next.weightsSeed !== before.weightsSeed) startOver();
  } catch (error) {
    options = before;
    loop.setSpeed(before.speed);
    fail(id, 'options', error);
  }
  sendProgress(loop.running ? 'if-due' : 'now');
}

function step(id: number, count: number): void {
  loop.stop();
  try {
    const open = need(session);
    const target = open.step + count;
    while (open.step < target) {
      open.run(Math.min(target, history.nextRecorded(open.step + 1)) - open.step, need(options));
      recordLoss();
    }
  } catch (error) {
    fail(id, 'training', error);
  }
  sendProgress('now');
}

function answer(id: number, about: Problem['about'], make: (open: Session) => Reply): void {
  try {
    post(make(need(session)));
  } catch (error) {
    fail(id, about, error);
  }
}

function hear(core: Core, request: Request): void {
  switch (request.kind) {
    case 'load':
      void load(core, request).catch(crash);
      return;
    case 'cancel-load':
      currentLoad = 0;
      return;
    case 'options': {
      setOptions(request.id, request.options);
      return;
    }
    case 'train':
      need(session);
      loop.start();
      {
        sendProgress('now');
        return;
      }
    case 'pause':
      loop.stop();
      {
        sendProgress('now');
        return;
      }
    case 'step': {
      step(request.id, request.count);
      return;
    }
    case 'reset':
      startOver();
      {
        sendProgress('now');
        return;
      }
    case 'sample': {
      const { id, count, seed, sampler } = request;
      answer(id, 'names', (open) => ({
        kind: 'names',
        id,
        names: open.sample(count, seed, sampler),
      }));
      return;
    }
    case 'score': {
      const { id, word } = request;
      answer(id, 'score', (open) => ({ kind: 'scored', id, ...open.score(word) }));
      return;
    }
    case 'drawn':
      drawn = request.sequence;
      return;
    default: {
      const unknown: never = request;
      throw new Error(`Unknown request: ${JSON.stringify(unknown)}`);
    }
  }
}

function crash(error: unknown): void {
  loop.stop();
  post({ kind: 'crashed', message: error instanceof Error ? error.message : String(error) });
}

// Requests may come before the core is there: they wait in `waiting`, in order.
const waiting: Request[] = [];
self.onmessage = (event: MessageEvent<Request>) => waiting.push(event.data);

loadCore().then((core) => {
  const guarded = (request: Request) => {
    try {
      hear(core, request);
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
