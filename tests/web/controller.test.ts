import { beforeEach, expect, test, vi } from 'vitest';
import { createController } from '../../web/control/controller.ts';
import { Store } from '../../web/control/store.ts';
import type { Request, RequestBody, TrainingState } from '../../web/messages/protocol.ts';
import { initialState } from '../../web/state/state.ts';

beforeEach(() => {
  vi.stubGlobal('requestAnimationFrame', () => 0);
});

const run = { step: 40, firstStep: 0, lastStep: 100, training: false } as TrainingState;

/** A controller whose requests are only written down. */
function stage() {
  const sent: Request[] = [];
  const store = new Store({ ...initialState, run });
  const controller = createController(store, {
    send(request: RequestBody) {
      sent.push({ ...request, id: sent.length + 1 });
      return sent.length;
    },
  });
  const seeks = () => sent.flatMap((each) => (each.kind === 'seek' ? [each.step] : []));
  const last = () => sent.length;
  return { sent, store, controller, seeks, last };
}

const sought = (id: number, step: number) =>
  ({ kind: 'sought', id, step, learningRate: 7, l2: 0.5 }) as const;

test('asks for one step at a time, and of the wishes meanwhile only for the newest', () => {
  const { controller, seeks, last } = stage();
  for (const step of [10, 20, 30]) controller.seek(step);
  expect(seeks()).toEqual([10]);
  controller.hear(sought(last(), 10));
  expect(seeks()).toEqual([10, 30]);
});

test('a wish need not wait for a seek that takes long', () => {
  const { controller, seeks, last } = stage();
  controller.seek(10);
  controller.seek(20);
  controller.hear({ kind: 'seeking', id: last(), step: 1, target: 10 });
  expect(seeks()).toEqual([10, 20]);
});

test('steps back as often as asked, not as often as drawn', () => {
  const { controller, seeks, last } = stage();
  controller.stepBack();
  controller.stepBack();
  controller.stepBack();
  controller.hear(sought(last(), 39));
  expect(seeks()).toEqual([39, 37]);
  for (let i = 0; i < 50; i += 1) controller.stepBack();
  controller.hear(sought(last(), 37));
  expect(seeks().at(-1)).toBe(0);
});

test('a seek that is overtaken by a step leaves room for the next', () => {
  const { controller, store, seeks } = stage();
  store.change({ list: {} as never });
  controller.seek(10);
  controller.step();
  controller.hear({ kind: 'seek-cancelled', id: 2 });
  controller.seek(20);
  expect(seeks()).toEqual([10, 20]);
});

test('takes the settings of the step gone to, but not over what the user has set since', () => {
  const { controller, store, last } = stage();
  controller.seek(10);
  const first = last();
  controller.hear(sought(first, 10));
  expect(store.state.settings).toMatchObject({ learningRate: 7, l2: 0.5 });
  controller.seek(20);
  const second = last();
  controller.setNumber('learningRate', 3);
  controller.hear(sought(second, 20));
  expect(store.state.settings).toMatchObject({ learningRate: 3 });
});

test('gives answers to who asked, and refusals too', async () => {
  const { controller, last } = stage();
  const first = controller.ask({ about: 'fingerprint' });
  const answer = { about: 'fingerprint', step: 3, fingerprint: 'abc' } as const;
  controller.hear({ kind: 'answered', id: last(), answer });
  expect(await first).toEqual(answer);
  const second = controller.identify(new Blob([]));
  const problem = { about: 'file', message: 'unreadable', line: 0, column: 0 } as const;
  controller.hear({ kind: 'failed', id: last(), title: '', problem });
  await expect(second).rejects.toThrow('unreadable');
  const third = controller.ask({ about: 'fingerprint' });
  controller.hear({ kind: 'crashed', message: 'trap' });
  await expect(third).rejects.toThrow('trap');
});
