// Training in slices of at most about ten milliseconds, so that Pause is heard at once and a hidden
// tab keeps training (message channels are not throttled as timers and frames are).
import type { Speed } from '../messages/protocol.ts';
import { Pacer } from './pacer.ts';

const sliceMs = 8;
/** A chunk is what runs between two looks at the clock. */
const chunkMs = 2;
const largestChunk = 1 << 16;
/** Steps per second are measured over about this long. */
const rateWindowMs = 400;

/** Who takes the steps, and hears of them. */
export interface LoopHost {
  /** Takes at least one and at most `steps` steps and says how many. Throws to end the training. */
  advance(steps: number): number;
  /** After each slice. */
  sliceDone(): void;
  failed(error: unknown): void;
}

/** The loop, running or not. */
export class TrainingLoop {
  private readonly host: LoopHost;
  private readonly channel = new MessageChannel();
  private readonly pacer = new Pacer();
  private timer: ReturnType<typeof setTimeout> | undefined;
  private chunk = 1;
  private speed: Speed = 1;
  private run = 0;
  private active = false;
  private rateFrom = 0;
  private rateSteps = 0;
  private rate = 0;

  constructor(host: LoopHost) {
    this.host = host;
    this.channel.port1.onmessage = (event: MessageEvent<number>) => {
      if (event.data === this.run) this.slice();
    };
  }

  get running(): boolean {
    return this.active;
  }

  get stepsPerSecond(): number {
    return this.active ? this.rate : 0;
  }

  setSpeed(speed: Speed): void {
    if (speed === this.speed) return;
    this.speed = speed;
    if (!this.active) return;
    this.stop();
    this.start();
  }

  start(): void {
    if (this.active) return;
    this.active = true;
    this.chunk = 1;
    this.rate = 0;
    this.rateSteps = 0;
    this.rateFrom = performance.now();
    this.pacer.restart(this.rateFrom, this.speed);
    this.yield();
  }

  stop(): void {
    this.active = false;
    // A tick that is already on its way belongs to a run that is over.
    this.run += 1;
    clearTimeout(this.timer);
  }

  private yield(): void {
    this.channel.port2.postMessage(this.run);
  }

  private slice(): void {
    if (!this.active) return;
    const start = performance.now();
    let due = this.pacer.due(start);
    let now = start;
    try {
      while (due > 0 && now - start < sliceMs) {
        const taken = this.host.advance(Math.min(due, this.chunk));
        due -= taken;
        this.pacer.took(taken);
        this.rateSteps += taken;
        const after = performance.now();
        this.fitChunk(after - now);
        now = after;
      }
    } catch (error) {
      this.stop();
      this.host.failed(error);
      return;
    }
    this.measure(now);
    this.host.sliceDone();
    if (due > 0) {
      this.yield();
    } else {
      const run = this.run;
      this.timer = setTimeout(() => {
        if (run === this.run) this.slice();
      }, this.pacer.wait(performance.now()));
    }
  }

  private fitChunk(elapsed: number): void {
    if (elapsed > chunkMs * 1.5) this.chunk = Math.max(1, this.chunk >> 1);
    else if (elapsed < chunkMs * 0.7) this.chunk = Math.min(largestChunk, this.chunk * 2);
  }

  private measure(now: number): void {
    const elapsed = now - this.rateFrom;
    if (elapsed < rateWindowMs) return;
    this.rate = (this.rateSteps * 1000) / elapsed;
    this.rateFrom = now;
    this.rateSteps = 0;
  }
}
