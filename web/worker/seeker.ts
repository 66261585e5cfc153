// Goes to a step of a run: at once where that takes a moment, else in slices that let other messages
// in. One journey at a time. Knows the run and the clock, no messages.
import { breathe } from './breath.ts';
import type { Run } from './run.ts';
import type { Timeline } from './timeline.ts';

/** So long a seek may keep everything else waiting; most are over by then. */
const momentMs = 60;
const sliceMs = 8;
/** What is done between two looks at the clock. */
const chunkMs = 2;

/** The way to a step. */
export interface Journey {
  /** Takes at least one step towards the end and at most so many. */
  go(steps: number): void;
  arrived(): boolean;
  /** After each slice. */
  underWay(): void;
}

/** To a step already taken. */
export function journeyTo(run: Run, target: number, underWay: () => void): Journey {
  run.approach(target);
  return {
    go: (steps) => {
      run.retrace(target, steps);
    },
    arrived: () => run.step === target,
    underWay,
  };
}

/** Through a whole run that is to be taken again, as a new one. */
export function journeyAgain(run: Run, plan: Timeline, underWay: () => void): Journey {
  return {
    go(steps) {
      const from = run.step;
      const end = Math.min(plan.lastStep, plan.until(from));
      run.advance(Math.min(steps, end - from), plan.at(from));
    },
    arrived: () => run.step >= plan.lastStep,
    underWay,
  };
}

/** Takes one journey at a time. */
export class Seeker {
  private current = 0;

  /** False where it was given up: whoever gave it up says what holds then. Throws what `go` throws. */
  async travel(journey: Journey): Promise<boolean> {
    this.current += 1;
    const mine = this.current;
    let sliceEnd = performance.now() + momentMs;
    let chunk = 1;
    for (;;) {
      let now = performance.now();
      while (!journey.arrived() && now < sliceEnd) {
        journey.go(chunk);
        const after = performance.now();
        if (after - now < chunkMs * 0.7) chunk *= 2;
        else if (after - now > chunkMs * 1.5) chunk = Math.max(1, chunk >> 1);
        now = after;
      }
      if (journey.arrived()) return true;
      journey.underWay();
      await breathe();
      if (this.current !== mine) return false;
      sliceEnd = performance.now() + sliceMs;
    }
  }

  giveUp(): void {
    this.current += 1;
  }
}
