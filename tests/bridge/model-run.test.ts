// A model file in the lab on the real core: training stands where the file's does, and goes on from it.
import { afterEach, beforeAll, expect, test } from 'vitest';
import type { ModelOptions, Reply, RunChange } from '../../web/messages/protocol.ts';
import { exportFile } from '../../web/worker/answers/export.ts';
import { loadCore } from '../../web/worker/core.ts';
import type { Core } from '../../web/worker/core.ts';
import { Lab } from '../../web/worker/lab.ts';
import { readList } from '../../web/worker/load.ts';
import { Session } from '../../web/worker/session.ts';
import { lectureOptions } from './options.ts';

const names = 'anna\nbob\nada\neve\notto\nnina\n';
const options: ModelOptions = { ...lectureOptions, weightsSeed: 1 };

let core: Core;
const sessions: Session[] = [];
beforeAll(async () => {
  core = await loadCore();
});
afterEach(() => {
  sessions.splice(0).at(-1)?.dispose();
});

function newLab() {
  const replies: Reply[] = [];
  const lab = new Lab({
    post: (reply) => replies.push(reply),
    fail(_id, _about, error) {
      throw error;
    },
    crash(error) {
      throw error;
    },
  });
  lab.setOptions(1, options);
  const open = async (source: Parameters<typeof readList>[1]) => {
    const watch = { progress: () => undefined, cancelled: () => false };
    const { corpus, training } = (await readList(core, source, watch))!;
    const session = new Session(core, corpus, 'list', lab.options, training);
    sessions.push(session);
    lab.openList(2, session, source, training);
    return lab;
  };
  const last = <K extends Reply['kind']>(kind: K) =>
    replies.filter((reply) => reply.kind === kind).at(-1) as Extract<Reply, { kind: K }>;
  const arrived = (id: number) =>
    replies.some((reply) => reply.kind === 'sought' && reply.id === id);
  return { lab, open, last, arrived };
}

const until = async (done: () => boolean) => {
  while (!done()) await new Promise((resolve) => setTimeout(resolve, 5));
};

/** The file of a run whose learning rate was changed on the way: its seed and settings do not tell it. */
async function changedRun(): Promise<{ file: File; weights: Float32Array; later: Float32Array }> {
  const { lab, open } = newLab();
  await open({ from: 'text', text: names });
  lab.setOptions(3, { ...options, weightsSeed: 9, learningRate: 5 });
  lab.step(4, 20);
  lab.setOptions(5, { ...lab.options, learningRate: 20, l2: 0.1 });
  lab.step(6, 30);
  const { file } = exportFile({ about: 'export', what: 'model' }, lab);
  const { weights } = lab.session.snapshot();
  lab.step(7, 25);
  const later = lab.session.snapshot().weights;
  lab.session.dispose();
  sessions.splice(0);
  return { file: new File([file], 'model.json'), weights, later };
}

test('training stands where the file says', async () => {
  const { file, weights } = await changedRun();
  const { lab, open, last } = newLab();
  await open({ from: 'model', file });
  const { run, list } = last('loaded');
  expect(run).toMatchObject({ step: 50, firstStep: 50, lastStep: 50, weightsSeed: 9 });
  expect(run.changes).toEqual([{ step: 0, learningRate: 20, l2: 0.1 }]);
  expect([...run.historySteps]).toEqual([50]);
  expect(run.historyLosses[0]).toBe(run.loss);
  expect(list.namesKnown).toBe(false);
  expect(lab.session.snapshot().weights).toEqual(weights);
  expect(lab.options).toMatchObject({ weightsSeed: 9, learningRate: 20, l2: 0.1 });
});

test('and goes on to the weights of an unbroken run', async () => {
  const { file, later } = await changedRun();
  const { lab, open, last } = newLab();
  await open({ from: 'model', file });
  lab.step(3, 25);
  expect(lab.session.snapshot()).toEqual({ step: 75, weights: later });
  expect(last('progress').run).toMatchObject({ step: 75, firstStep: 50, lastStep: 75 });
});

test('any step from there on may be gone back to, and none before', async () => {
  const { file, weights } = await changedRun();
  const { lab, open, arrived } = newLab();
  await open({ from: 'model', file });
  lab.step(3, 25);
  const at60 = (() => {
    const twin = new core.Trainer(lab.session.corpus, 9);
    twin.restore(weights, 50);
    twin.run(10, 20, 0.1);
    const sixty = twin.weights();
    twin.delete();
    return sixty;
  })();
  lab.seek(4, 60);
  await until(() => arrived(4));
  expect(lab.session.snapshot()).toEqual({ step: 60, weights: at60 });
  lab.seek(5, 0);
  await until(() => arrived(5));
  expect(lab.session.snapshot()).toEqual({ step: 50, weights });
});

test('a reset starts over at step 0, under the seed of the file', async () => {
  const { file } = await changedRun();
  const { lab, open, last } = newLab();
  await open({ from: 'model', file });
  lab.reset();
  expect(last('progress').run).toMatchObject({ step: 0, firstStep: 0, weightsSeed: 9 });
  const start = new core.Trainer(lab.session.corpus, 9);
  expect(lab.session.snapshot().weights).toEqual(start.weights());
  start.delete();
});

test('a run that is brought back goes on from the file', async () => {
  const { file, later } = await changedRun();
  const { lab, open, arrived } = newLab();
  await open({ from: 'model', file });
  const changes: RunChange[] = [{ step: 0, learningRate: 20, l2: 0.1 }];
  lab.replay(3, changes, 75, 75);
  await until(() => arrived(3));
  expect(lab.session.snapshot()).toEqual({ step: 75, weights: later });
});

test('a run of another course is taken from its own start', async () => {
  const { file } = await changedRun();
  const { lab, open, arrived } = newLab();
  await open({ from: 'model', file });
  lab.replay(3, [{ step: 0, learningRate: 7, l2: 0 }], 60, 60);
  await until(() => arrived(3));
  const twin = new core.Trainer(lab.session.corpus, 9);
  twin.run(60, 7, 0);
  expect(lab.session.snapshot()).toEqual({ step: 60, weights: twin.weights() });
  twin.delete();
});

test('a file without weights opens as a list does', async () => {
  const { lab, open, last } = newLab();
  await open({ from: 'text', text: names });
  const text = core.writeModel(lab.session.corpus, null);
  await open({ from: 'model', file: new File([text], 'counts.json') });
  expect(last('loaded').run).toMatchObject({ step: 0, firstStep: 0, weightsSeed: 1 });
});
