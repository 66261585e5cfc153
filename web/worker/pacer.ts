// How many steps are due now, for a speed in steps per frame. Pure arithmetic on a clock it is given.
import type { Speed } from '../messages/protocol.ts';

/** What a speed in steps a frame is meant for. */
export const framesPerSecond = 60;
/** A machine that falls further behind than this gives up the backlog instead of chasing it. */
const longestBacklogMs = 250;

/** The pace since training was last begun. */
export class Pacer {
  private from = 0;
  private taken = 0;
  private speed: Speed = 1;

  restart(now: number, speed: Speed): void {
    this.from = now;
    this.taken = 0;
    this.speed = speed;
  }

  /** Whole steps due at `now`; the first is due at once. */
  due(now: number): number {
    if (this.speed === 'unlimited') return Number.POSITIVE_INFINITY;
    const stepsPerMs = (this.speed * framesPerSecond) / 1000;
    const behind = (now - this.from) * stepsPerMs - this.taken;
    if (behind > Math.max(1, longestBacklogMs * stepsPerMs)) {
      this.restart(now, this.speed);
      return this.speed;
    }
    return Math.max(0, Math.floor(behind) + 1);
  }

  took(steps: number): void {
    this.taken += steps;
  }

  /** Milliseconds until the next step is due. */
  wait(now: number): number {
    if (this.speed === 'unlimited') return 0;
    const stepsPerMs = (this.speed * framesPerSecond) / 1000;
    return Math.max(0, this.from + this.taken / stepsPerMs - now);
  }
}
