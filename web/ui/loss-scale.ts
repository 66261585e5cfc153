// Where a step stands on the loss chart: straight, or by powers of ten from step 0 on. Pure.
import type { PastRun, RunChange } from '../messages/protocol.ts';
import { setting } from '../text/format.ts';
import { axisEnd } from './floors.ts';

/** How steps are spread. */
export type StepScale = 'linear' | 'log';

/** Step 0 has no logarithm; the scale counts from one step before it. */
export const toAxis = (step: number, scale: StepScale): number =>
  scale === 'log' ? Math.log10(step + 1) : step;

/** The step at a place of the axis. */
export const fromAxis = (x: number, scale: StepScale): number =>
  scale === 'log' ? 10 ** x - 1 : x;

/** The last step the chart shows. Runs of the past get at most four times the room of this one. */
export function lastShown(lastStep: number, past: readonly PastRun[]): number {
  const longest = Math.max(0, ...past.map((run) => run.lastStep));
  return Math.max(lastStep, Math.min(longest, Math.max(100, lastStep * 4)));
}

/** From step 0 to an even end beyond the last. */
export function axisRange(last: number, scale: StepScale): [number, number] {
  return scale === 'linear' ? [0, axisEnd(last)] : [0, toAxis(Math.max(10, last), 'log') * 1.02];
}

/** The steps that carry a number on a chart by powers of ten: 0, 1, 10, 100 … */
export function powerSteps(last: number): number[] {
  const steps = [0];
  for (let step = 1; step <= last; step *= 10) steps.push(step);
  return steps;
}

/** What a change changed, in words: "rate 5", "L2 0", or both. */
export function changeWords(before: RunChange | undefined, change: RunChange): string {
  const rate =
    before?.learningRate === change.learningRate ? [] : [`rate ${setting(change.learningRate)}`];
  const l2 = before?.l2 === change.l2 ? [] : [`L2 ${setting(change.l2)}`];
  return [...rate, ...l2].join(', ');
}

/** The settings of a run, all of them: "rate 50, L2 0.01; from step 40 rate 5". */
export function runWords(changes: readonly RunChange[]): string {
  return changes
    .map((change, i) => {
      const words = changeWords(changes[i - 1], change);
      return i === 0 ? words : `from step ${setting(change.step)} ${words}`;
    })
    .join('; ');
}
