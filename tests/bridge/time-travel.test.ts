// The lab on the real core: any step gone back to has the very weights of training to it afresh.
import { afterEach, beforeAll, expect, test, vi } from 'vitest';
import type { Reply, TrainingState } from '../../web/messages/protocol.ts';
import { loadCore } from '../../web/worker/core.ts';
import type { Core } from '../../web/worker/core.ts';
import { Lab } from '../../web/worker/lab.ts';
import { Session } from '../../web/worker/session.ts';
import { lectureOptions } from './options.ts';

const small = 'anna\nbob\nada\neve\notto\nnina\n';

let core: Core;
let session: Session | undefined;
beforeAll(async () => {
  core = await loadCore();
});
afterEach(() => {
  session?.dispose();
  session = undefined;
});

function corpusOf(text: string) {
  const reader = new core.CorpusReader();
  reader.feed(new TextEncoder().encode(text));
  const corpus = reader.finish();
  reader.delete();
  return corpus;
}

/** A lab on a list, its replies, and the next reply of a kind. */
function openLab(text: string) {
  const replies: Reply[] = [];
  const lab = new Lab({
    post: (reply) => replies.push(reply),
    fail(id, about, error) {
      const { message } = error as Error;
      const problem = { about, message, line: 0, column: 0 };
      replies.push({ kind: 'failed', id, title: '', problem });
    },
    crash(error) {
      throw error;
    },
  });
  lab.setOptions(1, lectureOptions);
  session = new Session(core, corpusOf(text), 'list', lectureOptions);
  lab.openList(2, session, { from: 'text', text });
  const until = async <K extends Reply['kind']>(kind: K, id?: number) => {
    for (;;) {
      const found = replies.find(
        (reply) => reply.kind === kind && (id === undefined || ('id' in reply && reply.id === id)),
      );
      if (found !== undefined) return found as Extract<Reply, { kind: K }>;
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
  };
  const shown = (): TrainingState => {
    const last = replies.filter((reply) => reply.kind === 'progress').at(-1);
    if (last === undefined) throw new Error('Nothing was shown.');
    return last.run;
  };
  let lastId = 100;
  const seek = (step: number) => {
    lastId += 1;
    lab.seek(lastId, step);
    return until('sought', lastId);
  };
  return { lab, replies, until, shown, seek };
}

const fingerprint = () => core.fingerprint(session!.trainer.weights());

/** The weights after each of some steps, trained afresh. */
function afresh(text: string, course: [steps: number, learningRate: number, l2: number][]) {
  const corpus = corpusOf(text);
  const trainer = new core.Trainer(corpus, lectureOptions.weightsSeed);
  for (const [steps, learningRate, l2] of course) trainer.run(steps, learningRate, l2);
  const weights = core.fingerprint(trainer.weights());
  trainer.delete();
  corpus.delete();
  return weights;
}

test('every step of a run with changes has the weights of training to it afresh', async () => {
  const { lab, seek, shown } = openLab(small);
  lab.step(3, 100);
  lab.setOptions(4, { ...lectureOptions, learningRate: 10 });
  lab.step(5, 2900);
  lab.setOptions(6, { ...lectureOptions, learningRate: 10, l2: 0.5 });
  lab.step(7, 1000);
  expect(shown()).toMatchObject({
    step: 4000,
    lastStep: 4000,
    changes: [
      { step: 0, learningRate: 50, l2: 0.01 },
      { step: 100, learningRate: 10, l2: 0.01 },
      { step: 3000, learningRate: 10, l2: 0.5 },
    ],
  });
  const course = (step: number): [number, number, number][] => [
    [Math.min(step, 100), 50, 0.01],
    [Math.min(Math.max(0, step - 100), 2900), 10, 0.01],
    [Math.max(0, step - 3000), 10, 0.5],
  ];
  for (const step of [0, 1, 99, 100, 101, 1023, 1024, 2047, 3000, 3001, 4000, 3999, 57]) {
    const sought = await seek(step);
    expect(shown()).toMatchObject({ step, lastStep: 4000 });
    expect(fingerprint()).toBe(afresh(small, course(step)));
    expect(sought).toMatchObject({ step, learningRate: step < 100 ? 50 : 10 });
  }
});

test('the loss of a step is the same after rewinding, and the curve stays whole', async () => {
  const { lab, seek, shown } = openLab(small);
  lab.step(3, 200);
  const { loss, historyLosses } = shown();
  await seek(77);
  expect(shown().loss).toBe(historyLosses[77]);
  expect(shown().historyLosses).toEqual(historyLosses);
  await seek(200);
  expect(shown().loss).toBe(loss);
});

test('a step where steps have been taken goes along them; with other settings it cuts them off', async () => {
  const { lab, seek, shown, until, replies } = openLab(small);
  lab.step(3, 300);
  await seek(120);
  lab.step(4, 1);
  await until('sought', 4);
  expect(shown()).toMatchObject({ step: 121, lastStep: 300 });
  lab.setOptions(5, { ...lectureOptions, learningRate: 1 });
  lab.step(6, 5);
  expect(shown()).toMatchObject({
    step: 126,
    lastStep: 126,
    changes: [{ step: 0 }, { step: 121, learningRate: 1 }],
  });
  expect(shown().historySteps.at(-1)).toBe(126);
  expect(fingerprint()).toBe(
    afresh(small, [
      [121, 50, 0.01],
      [5, 1, 0.01],
    ]),
  );
  const past = replies.find((reply) => reply.kind === 'past-runs');
  expect(past?.runs).toMatchObject([{ lastStep: 300, changes: [{ step: 0 }] }]);
  expect(past?.runs[0]?.historySteps).toHaveLength(301);
});

test('settings that no step was taken with leave no trace', () => {
  const { lab, shown } = openLab(small);
  lab.setOptions(3, { ...lectureOptions, l2: 3 });
  lab.setOptions(4, { ...lectureOptions, l2: 1 });
  lab.step(5, 10);
  lab.setOptions(6, { ...lectureOptions, l2: 2 });
  lab.setOptions(7, { ...lectureOptions, l2: 1 });
  lab.step(8, 10);
  expect(shown().changes).toEqual([{ step: 0, learningRate: 50, l2: 1 }]);
  expect(shown().historyLosses[0]).toBeGreaterThan(shown().historyLosses[1] ?? 0);
});

test('a run taken again from its changes is the same run', async () => {
  const { lab, shown, until } = openLab(small);
  const changes = [
    { step: 0, learningRate: 50, l2: 0.01 },
    { step: 40, learningRate: 5, l2: 0.1 },
  ];
  lab.replay(9, changes, 90, 60);
  await until('sought', 9);
  expect(shown()).toMatchObject({ step: 60, lastStep: 90, changes });
  expect(lab.options).toMatchObject({ learningRate: 5, l2: 0.1 });
  expect(fingerprint()).toBe(
    afresh(small, [
      [40, 50, 0.01],
      [20, 5, 0.1],
    ]),
  );
});

test('the last four runs stay, the longest of each course', () => {
  const { lab, replies } = openLab(small);
  const runs = () => replies.filter((reply) => reply.kind === 'past-runs').at(-1)?.runs ?? [];
  for (const steps of [5, 9, 7]) {
    lab.step(3, steps);
    lab.reset();
  }
  expect(runs().map(({ lastStep }) => lastStep)).toEqual([9]);
  for (const weightsSeed of [1, 2, 3, 4]) {
    lab.setOptions(4, { ...lectureOptions, weightsSeed });
    lab.step(5, weightsSeed);
  }
  lab.reset();
  expect(runs().map((run) => run.weightsSeed)).toEqual([4, 3, 2, 1]);
  lab.reset();
  expect(runs()).toHaveLength(4);
});

/** So many letters, each with two others after it. */
function wideList(size: number): string {
  const letters = Array.from({ length: size }, (_, i) => String.fromCodePoint(0x4e00 + i));
  return letters.map((letter, i) => letter + (letters[(i * 7) % size] ?? '')).join('\n');
}

test('a seek takes few steps again, whatever the size, and evaluates the loss once', async () => {
  const { lab, seek, shown } = openLab(wideList(700));
  lab.step(3, 150);
  const run = vi.spyOn(session!, 'run');
  const loss = vi.spyOn(session!, 'loss');
  const evaluate = vi.spyOn(session!, 'evaluate');
  const cells = 701 ** 2;
  for (const step of [149, 1, 70, 63, 64, 0, 150]) {
    run.mockClear();
    evaluate.mockClear();
    await seek(step);
    const taken = run.mock.calls.reduce((sum, [steps]) => sum + steps, 0);
    expect(taken * cells).toBeLessThan(2 ** 25);
    expect(loss).not.toHaveBeenCalled();
    expect(evaluate).toHaveBeenCalledTimes(1);
    expect(shown().step).toBe(step);
  }
}, 60_000);

test('a long seek tells how far it is, and given up leaves everything as it was', async () => {
  // Three hundred letters: a step takes long enough.
  const text = wideList(300);
  const { lab, until, replies, shown } = openLab(text);
  const changes = [{ step: 0, learningRate: 50, l2: 0.01 }];
  lab.replay(8, changes, 3000, 3000);
  const news = await until('seeking', 8);
  expect(news.target).toBe(3000);
  expect(news.step).toBeLessThan(3000);
  lab.cancelSeek();
  expect(replies.at(-2)).toMatchObject({ kind: 'seek-cancelled', id: 8 });
  const stopped = shown();
  expect(stopped.step).toBe(stopped.lastStep);
  expect(fingerprint()).toBe(afresh(text, [[stopped.step, 50, 0.01]]));
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect(session?.step).toBe(stopped.step);
}, 60_000);
