// The loss curve in bounded memory: every step at first, then a grid that coarsens as it grows.
// Knows nothing of models or messages.

/** How much is kept. */
export interface HistoryLimits {
  /** The first steps, all of them kept for ever: the steep part of every curve. */
  head: number;
  /** The most points kept after the head. */
  tail: number;
}

const defaultLimits: HistoryLimits = { head: 256, tail: 1024 };

/** The points of one run's curve. */
export class LossHistory {
  private readonly limits: HistoryLimits;
  private stride = 1;
  private steps: number[] = [];
  private losses: number[] = [];

  constructor(limits: HistoryLimits = defaultLimits) {
    this.limits = limits;
  }

  /** The first step at or after `step` that belongs on the curve. */
  nextRecorded(step: number): number {
    if (step <= this.limits.head) return step;
    return Math.ceil(step / this.stride) * this.stride;
  }

  wants(step: number): boolean {
    return this.nextRecorded(step) === step && step > (this.steps.at(-1) ?? -1);
  }

  record(step: number, loss: number): void {
    this.steps.push(step);
    this.losses.push(loss);
    while (this.steps.length > this.limits.head + 1 + this.limits.tail) this.coarsen();
  }

  /** The loss at a step that is on the curve already, under other settings. */
  correct(step: number, loss: number): void {
    const at = this.steps.lastIndexOf(step);
    if (at !== -1) this.losses[at] = loss;
  }

  /** Forgets what came after `step`. What comes next is as dense as a run of that length is. */
  cut(step: number): void {
    const kept = this.steps.filter((recorded) => recorded <= step).length;
    this.steps.length = kept;
    this.losses.length = kept;
    this.stride = 1;
    while (step - this.limits.head > this.stride * this.limits.tail) this.stride *= 2;
  }

  get length(): number {
    return this.steps.length;
  }

  /** Copies that the caller may give away. */
  copy(): { steps: Float64Array; losses: Float64Array } {
    return { steps: Float64Array.from(this.steps), losses: Float64Array.from(this.losses) };
  }

  private coarsen(): void {
    this.stride *= 2;
    const kept = this.steps.flatMap((step, i) =>
      step <= this.limits.head || step % this.stride === 0 ? [i] : [],
    );
    this.steps = kept.map((i) => this.steps[i] as number);
    this.losses = kept.map((i) => this.losses[i] as number);
  }
}
