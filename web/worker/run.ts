// One run of training: the model as it learns, and all that is known of its past. Any step already
// taken can be gone back to; going on from there cuts off what came after. Knows nothing of messages.
import type { PastRun } from '../messages/protocol.ts';
import { LossHistory } from './history.ts';
import type { Session } from './session.ts';
import { Snapshots } from './snapshots.ts';
import type { Snapshot } from './snapshots.ts';
import { Timeline } from './timeline.ts';
import type { RunSettings } from './timeline.ts';

/** One run, from its seed on. */
export class Run {
  readonly weightsSeed: number;
  /** Where the run begins: 0, or a later step whose past is not known. */
  readonly firstStep: number;
  readonly timeline: Timeline;
  private readonly session: Session;
  private readonly history = new LossHistory();
  private readonly snapshots: Snapshots;
  /** The furthest step, kept while the model is at an earlier one: the way back is the commonest. */
  private tip: Snapshot | null = null;

  /** The session stands where the run begins, brought there by these settings. */
  constructor(session: Session, weightsSeed: number, settings: RunSettings) {
    const { step, weights } = session.snapshot();
    this.session = session;
    this.weightsSeed = weightsSeed;
    this.firstStep = step;
    this.timeline = Timeline.of([{ step: 0, ...settings }], step);
    this.snapshots = new Snapshots(weights, undefined, step);
    this.history.record(step, session.loss(settings.l2));
  }

  get step(): number {
    return this.session.step;
  }

  get lastStep(): number {
    return this.timeline.lastStep;
  }

  curve(): { steps: Float64Array; losses: Float64Array } {
    return this.history.copy();
  }

  /** What is worth keeping of the run when it is over; null where no step was taken. */
  past(): PastRun | null {
    if (this.lastStep === this.firstStep) return null;
    const { steps, losses } = this.history.copy();
    return {
      weightsSeed: this.weightsSeed,
      changes: this.timeline.copy(),
      lastStep: this.lastStep,
      historySteps: steps,
      historyLosses: losses,
    };
  }

  /** Takes new steps, at least one and at most `steps`. Throws where the next would not be finite. */
  advance(steps: number, settings: RunSettings): void {
    const from = this.step;
    if (from < this.lastStep) {
      this.history.cut(from);
      this.snapshots.cut(from);
      this.tip = null;
    }
    this.timeline.goOn(from, settings);
    if (from === this.firstStep) this.history.correct(from, this.session.loss(settings.l2));
    this.take(from + steps, settings);
  }

  /** Takes steps again, as they were taken, at most up to `target` and at most `steps` of them. */
  retrace(target: number, steps: number): void {
    const from = this.step;
    const to = Math.min(target, from + steps, this.timeline.until(from), this.lastStep);
    this.take(to, this.timeline.at(from));
  }

  /** Goes to the nearest known weights from which `target` can be reached. */
  approach(target: number): void {
    if (this.step === this.lastStep && target < this.step) this.tip = this.session.snapshot();
    const near = this.snapshots.before(target);
    const from = this.tip?.step === target ? this.tip : near;
    if (this.step <= target && this.step >= from.step) return;
    this.session.restore(from);
  }

  private take(target: number, settings: RunSettings): void {
    const from = this.step;
    const next = from + 1;
    const to = Math.min(target, this.history.nextRecorded(next), this.snapshots.nextKept(next));
    try {
      this.session.run(to - from, settings);
    } finally {
      this.timeline.reached(this.step);
    }
    if (this.history.wants(to)) this.history.record(to, this.session.loss(settings.l2));
    if (this.snapshots.wants(to)) this.snapshots.keep(to, this.session.snapshot().weights);
  }
}
