import { expect, test } from 'vitest';
import { Timeline } from '../../web/worker/timeline.ts';

const fast = { learningRate: 50, l2: 0 };
const slow = { learningRate: 1, l2: 0 };

function trained(): Timeline {
  const timeline = new Timeline(fast);
  timeline.goOn(0, fast);
  timeline.reached(10);
  timeline.goOn(10, slow);
  timeline.reached(30);
  return timeline;
}

test('knows what each step was taken with', () => {
  const timeline = trained();
  expect(timeline.at(9)).toMatchObject(fast);
  expect(timeline.at(10)).toMatchObject(slow);
  expect(timeline.at(99)).toMatchObject(slow);
  expect(timeline.until(0)).toBe(10);
  expect(timeline.until(10)).toBe(Infinity);
});

test('departs only in the past and only with other settings', () => {
  const timeline = trained();
  expect(timeline.departs(5, fast)).toBe(false);
  expect(timeline.departs(5, slow)).toBe(true);
  expect(timeline.departs(30, fast)).toBe(false);
});

test('going on cuts off what came after', () => {
  const timeline = trained();
  timeline.goOn(5, fast);
  expect(timeline.lastStep).toBe(5);
  expect(timeline.copy()).toEqual([{ step: 0, ...fast }]);
  timeline.goOn(5, slow);
  timeline.goOn(5, fast);
  expect(timeline.copy()).toEqual([{ step: 0, ...fast }]);
});

test('settings that come back at the same step are no change', () => {
  const timeline = trained();
  timeline.goOn(10, fast);
  expect(timeline.copy()).toEqual([{ step: 0, ...fast }]);
});

test('a known run begins at step 0', () => {
  expect(Timeline.of(trained().copy(), 30).copy()).toEqual(trained().copy());
  expect(() => Timeline.of([{ step: 1, ...fast }], 30)).toThrow();
});
