import { expect, test } from 'vitest';
import { Snapshots } from '../../web/worker/snapshots.ts';

/** Keeps what it wants up to a step, as a run does. */
function run(snapshots: Snapshots, from: number, last: number, cells: number): void {
  let step = from;
  while (step < last) {
    step = Math.min(last, snapshots.nextKept(step + 1));
    if (snapshots.wants(step)) snapshots.keep(step, new Float32Array(cells));
  }
}

/** The longest way from a snapshot to a step after it. */
function longestWay(snapshots: Snapshots, last: number): number {
  let longest = 0;
  for (let step = 0; step <= last; step += 1) {
    longest = Math.max(longest, step - (snapshots.before(step)?.step ?? 0));
  }
  return longest;
}

test('keeps few of a small table and many of a large one, by the work between them', () => {
  const small = new Snapshots(27 * 27);
  run(small, 0, 100_000, 1);
  expect(longestWay(small, 100_000)).toBe(1023);
  const large = new Snapshots(300 * 300);
  run(large, 0, 2000, 1);
  expect(longestWay(large, 2000)).toBe(63);
});

test('stays in its memory over ten million steps, evenly spaced', () => {
  const cells = 100;
  const limits = { budget: 50 * cells * 4, work: 1600 };
  const snapshots = new Snapshots(cells, limits);
  run(snapshots, 0, 10_000_000, cells);
  expect(snapshots.length).toBeLessThanOrEqual(50);
  expect(snapshots.length).toBeGreaterThan(24);
  const steps = Array.from({ length: 100 }, (_, i) => snapshots.before((i + 1) * 1e5)?.step ?? 0);
  const gaps = steps.slice(1).map((step, i) => step - (steps[i] ?? 0));
  expect(Math.max(...gaps)).toBeLessThanOrEqual(2 * 16 * 2 ** 14);
});

test('finds the latest at or before a step', () => {
  const snapshots = new Snapshots(1, { budget: 4000, work: 10 });
  run(snapshots, 0, 40, 1);
  expect(snapshots.before(7)).toBeNull();
  expect(snapshots.before(8)?.step).toBe(8);
  expect(snapshots.before(23)?.step).toBe(16);
  expect(snapshots.before(1000)?.step).toBe(40);
});

test('forgets what is cut off, and keeps closer again', () => {
  const snapshots = new Snapshots(1, { budget: 40, work: 1 });
  run(snapshots, 0, 1000, 1);
  expect(longestWay(snapshots, 1000)).toBeGreaterThan(50);
  snapshots.cut(3);
  expect(snapshots.before(1000)).toBeNull();
  run(snapshots, 3, 9, 1);
  expect(longestWay(snapshots, 9)).toBeLessThan(4);
  snapshots.cut(5);
  expect(snapshots.before(1000)?.step).toBeLessThanOrEqual(5);
});

test('keeps nothing where one table is more than the memory', () => {
  const snapshots = new Snapshots(1000, { budget: 100, work: 1000 });
  run(snapshots, 0, 10, 1);
  expect(snapshots.length).toBe(0);
  expect(snapshots.before(10)).toBeNull();
});
