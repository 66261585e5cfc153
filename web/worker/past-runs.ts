// The last runs that are over, newest first.
import type { PastRun } from '../messages/protocol.ts';

const mostKept = 4;

const sameCourse = (a: PastRun, b: PastRun): boolean =>
  a.weightsSeed === b.weightsSeed && JSON.stringify(a.changes) === JSON.stringify(b.changes);

/** A bounded number of them. */
export class PastRuns {
  private runs: PastRun[] = [];

  /** Whether anything changed. Of two runs of the same course, the longer stays. */
  add(run: PastRun | null): boolean {
    if (run === null) return false;
    const twin = this.runs.find((kept) => sameCourse(kept, run));
    const longer = twin !== undefined && twin.lastStep > run.lastStep ? twin : run;
    const others = this.runs.filter((kept) => kept !== twin);
    this.runs = [longer, ...others].slice(0, mostKept);
    return true;
  }

  clear(): void {
    this.runs = [];
  }

  list(): PastRun[] {
    return this.runs;
  }
}
