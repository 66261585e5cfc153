import { expect, test } from 'vitest';
import { Snapshots } from '../../web/worker/snapshots.ts';

/** For a square table of so many tokens. */
const forTokens = (tokens: number) => new Snapshots(new Float32Array(tokens ** 2));
const nothing = new Float32Array(0);

/** Keeps what it wants up to a step, as a run does. */
function run(snapshots: Snapshots, from: number, last: number): void {
  let step = from;
  while (step < last) {
    step = Math.min(last, snapshots.nextKept(step + 1));
    if (snapshots.wants(step)) snapshots.keep(step, nothing);
  }
}

/** The longest way from a snapshot to a step after it. */
function longestWay(snapshots: Snapshots, last: number): number {
  let longest = 0;
  // Just before each snapshot is the step that is furthest from the one before.
  for (let step = last; step > 0; step = snapshots.before(step).step - 1) {
    longest = Math.max(longest, step - snapshots.before(step).step);
  }
  return longest;
}

test('keeps few of a small table and many of a large one, by the work between them', () => {
  const way = (tokens: number, last: number) => {
    const snapshots = forTokens(tokens);
    run(snapshots, 0, last);
    return longestWay(snapshots, last);
  };
  expect(way(27, 100_000)).toBe(1023);
  expect(way(300, 20_000)).toBe(255);
  expect(way(1000, 2000)).toBe(31);
  expect(way(2000, 100)).toBe(7);
});

// What a seek replays at most, in cells times steps: a nanosecond or two each.
const reach = 2 ** 27;

test.each([
  [27, 500_000_000],
  [300, 190_000],
  [1000, 8000],
  [2000, 500],
])('of %i tokens, replays little to any of %i steps', (tokens, last) => {
  const snapshots = forTokens(tokens);
  run(snapshots, 0, last);
  expect(longestWay(snapshots, last) * tokens ** 2).toBeLessThanOrEqual(reach);
});

test.each([
  [27, 64],
  [300, 64],
  [1000, 256],
  [2000, 256],
  [6000, 256],
])('of %i tokens, never keeps more than %i MB beside the start', (tokens, megabytes) => {
  const bytes = tokens ** 2 * 4;
  const snapshots = forTokens(tokens);
  let most = 0;
  for (let last = 1; last <= 1 << 24; last *= 2) {
    run(snapshots, last / 2, last);
    most = Math.max(most, snapshots.length);
  }
  expect(most * bytes).toBeLessThanOrEqual(megabytes * 2 ** 20);
  expect(snapshots.length).toBeGreaterThan(0);
});

test('stays in its memory over ten million steps, evenly spaced', () => {
  const cells = 100;
  const limits = { budget: 50 * cells * 4, wanted: 0, most: 0, work: 1600 };
  const snapshots = new Snapshots(new Float32Array(cells), limits);
  run(snapshots, 0, 10_000_000);
  expect(snapshots.length).toBeLessThanOrEqual(50);
  expect(snapshots.length).toBeGreaterThan(24);
  const steps = Array.from({ length: 100 }, (_, i) => snapshots.before((i + 1) * 1e5).step);
  const gaps = steps.slice(1).map((step, i) => step - (steps[i] ?? 0));
  expect(Math.max(...gaps)).toBeLessThanOrEqual(2 * 16 * 2 ** 14);
});

test('keeps as many of a large table as are wanted, as far as the most allows', () => {
  const kept = (limits: { budget: number; wanted: number; most: number }) => {
    const snapshots = new Snapshots(new Float32Array(25), { ...limits, work: 25 });
    let most = 0;
    for (let step = 1; step < 200; step += 1) {
      run(snapshots, step - 1, step);
      most = Math.max(most, snapshots.length);
    }
    return most;
  };
  expect(kept({ budget: 300, wanted: 10, most: 10_000 })).toBe(10);
  expect(kept({ budget: 300, wanted: 10, most: 500 })).toBe(5);
  expect(kept({ budget: 2000, wanted: 10, most: 500 })).toBe(20);
});

test('finds the latest at or before a step, and the start before the first', () => {
  const start = new Float32Array([7]);
  const snapshots = new Snapshots(start, { budget: 4000, wanted: 0, most: 0, work: 10 });
  run(snapshots, 0, 40);
  expect(snapshots.before(7)).toEqual({ step: 0, weights: start });
  expect(snapshots.before(8).step).toBe(8);
  expect(snapshots.before(23).step).toBe(16);
  expect(snapshots.before(1000).step).toBe(40);
});

test('forgets what is cut off, and keeps closer again', () => {
  const limits = { budget: 40, wanted: 0, most: 0, work: 1 };
  const snapshots = new Snapshots(new Float32Array(1), limits);
  run(snapshots, 0, 1000);
  expect(longestWay(snapshots, 1000)).toBeGreaterThan(50);
  snapshots.cut(3);
  expect(snapshots.before(1000).step).toBe(0);
  run(snapshots, 3, 9);
  expect(longestWay(snapshots, 9)).toBeLessThan(4);
  snapshots.cut(5);
  expect(snapshots.before(1000).step).toBeLessThanOrEqual(5);
});

test('keeps only the start where one table is more than the memory', () => {
  const limits = { budget: 100, wanted: 64, most: 200, work: 1000 };
  const snapshots = new Snapshots(new Float32Array(1000), limits);
  run(snapshots, 0, 10);
  expect(snapshots.length).toBe(0);
  expect(snapshots.before(10).step).toBe(0);
});
