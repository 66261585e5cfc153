// The settings a run was trained with, step by step: what must be known to take its steps again.
// Pure.
import type { RunChange } from '../messages/protocol.ts';

/** What a step depends on besides the weights. */
export type RunSettings = Pick<RunChange, 'learningRate' | 'l2'>;

const same = (a: RunSettings, b: RunSettings): boolean =>
  a.learningRate === b.learningRate && a.l2 === b.l2;

/** The changes of one run. */
export class Timeline {
  private changes: RunChange[];
  private last = 0;

  constructor({ learningRate, l2 }: RunSettings) {
    this.changes = [{ step: 0, learningRate, l2 }];
  }

  /** A run that is known already. The first change must be at step 0. */
  static of(changes: readonly RunChange[], lastStep: number): Timeline {
    const [first, ...later] = changes;
    if (first?.step !== 0) throw new Error('A run begins at step 0.');
    const timeline = new Timeline(first);
    timeline.changes.push(...later);
    timeline.last = lastStep;
    return timeline;
  }

  /** The furthest step taken. */
  get lastStep(): number {
    return this.last;
  }

  copy(): RunChange[] {
    return this.changes.map((change) => ({ ...change }));
  }

  /** What the step after `step` was taken with, or the last settings where there is none. */
  at(step: number): RunChange {
    const later = this.changes.findIndex((change) => change.step > step);
    return this.changes.at(later === -1 ? -1 : later - 1) as RunChange;
  }

  /** The step at which these settings end: the next change after `step`. */
  until(step: number): number {
    return this.changes.find((change) => change.step > step)?.step ?? Number.POSITIVE_INFINITY;
  }

  /** Whether a step from here with these settings leaves the run that is known. */
  departs(step: number, settings: RunSettings): boolean {
    return step < this.last && !same(this.at(step), settings);
  }

  /** Steps are about to be taken from `step` on: what came after is no more. */
  goOn(step: number, { learningRate, l2 }: RunSettings): void {
    this.changes = this.changes.filter((change) => change.step < step);
    const before = this.changes.at(-1);
    if (before === undefined || !same(before, { learningRate, l2 })) {
      this.changes.push({ step, learningRate, l2 });
    }
    this.last = step;
  }

  reached(step: number): void {
    this.last = Math.max(this.last, step);
  }
}
