import { expect, test } from 'vitest';
import { Pacer } from '../../web/worker/pacer.ts';

function stepsIn(ms: number, speed: number, every: number): number {
  const pacer = new Pacer();
  pacer.restart(0, speed);
  let total = 0;
  for (let now = 0; now < ms; now += every) {
    const due = pacer.due(now);
    pacer.took(due);
    total += due;
  }
  return total;
}

test('takes the first step at once', () => {
  const pacer = new Pacer();
  pacer.restart(1000, 1);
  expect(pacer.due(1000)).toBe(1);
  pacer.took(1);
  expect(pacer.due(1000)).toBe(0);
});

test.each([1, 5, 125])('keeps %i steps a frame, however often it is asked', (speed) => {
  for (const every of [1, 4, 17, 100]) {
    const taken = stepsIn(10_000, speed, every);
    expect(Math.abs(taken - speed * 600)).toBeLessThanOrEqual(speed * 6 + 1);
  }
});

test('says how long until the next step', () => {
  const pacer = new Pacer();
  pacer.restart(0, 1);
  pacer.took(1);
  expect(pacer.wait(0)).toBeCloseTo(1000 / 60);
  expect(pacer.wait(10)).toBeCloseTo(1000 / 60 - 10);
  expect(pacer.wait(100)).toBe(0);
});

test('gives up a backlog instead of chasing it', () => {
  const pacer = new Pacer();
  pacer.restart(0, 25);
  pacer.took(25);
  expect(pacer.due(60_000)).toBe(25);
});

test('without a limit, everything is due', () => {
  const pacer = new Pacer();
  pacer.restart(0, 'unlimited');
  expect(pacer.due(0)).toBe(Number.POSITIVE_INFINITY);
  expect(pacer.wait(0)).toBe(0);
});
