// One question under way at a time; while it is, only the newest wish is remembered. Asks no oftener
// than once an interval, so that names change at a pace that can be read.

/** Asks with the newest wish only, one question under way at a time. */
export class Latest {
  private readonly ask: () => void;
  private readonly intervalMs: number;
  private readonly now: () => number;
  private wanted = false;
  private underWay = false;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private last = Number.NEGATIVE_INFINITY;

  constructor(ask: () => void, intervalMs: number, now: () => number = () => performance.now()) {
    this.ask = ask;
    this.intervalMs = intervalMs;
    this.now = now;
  }

  want(): void {
    this.wanted = true;
    this.pump();
  }

  /** The same, without waiting for the interval: the user asked. */
  wantNow(): void {
    this.last = Number.NEGATIVE_INFINITY;
    this.want();
  }

  answered(): void {
    this.underWay = false;
    this.pump();
  }

  /** Whoever was asked will not answer. */
  forget(): void {
    clearTimeout(this.timer);
    this.wanted = false;
    this.underWay = false;
  }

  private pump(): void {
    if (!this.wanted || this.underWay) return;
    clearTimeout(this.timer);
    const wait = this.last + this.intervalMs - this.now();
    if (wait > 0) {
      this.timer = setTimeout(() => {
        this.pump();
      }, wait);
      return;
    }
    this.wanted = false;
    this.underWay = true;
    this.last = this.now();
    this.ask();
  }
}
