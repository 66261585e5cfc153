// How fast a file is being read, and how long the rest will take: over the last few seconds, so that a
// pause does not weigh for ever. Pure.

import { fixed } from '../text/format.ts';

const windowMs = 4000;
/** Before that, a pace would be a guess. */
const leastMs = 400;

/** The pace of one reading. */
export class ReadingPace {
  private readonly marks: { at: number; bytes: number }[] = [];

  mark(at: number, bytes: number): void {
    this.marks.push({ at, bytes });
    while (this.marks.length > 2 && at - (this.marks[1]?.at ?? at) >= windowMs) this.marks.shift();
  }

  /** Bytes a second, and the seconds that are left of `total` bytes; null where it is too early. */
  pace(total: number): { perSecond: number; left: number } | null {
    const first = this.marks[0];
    const last = this.marks.at(-1);
    if (first === undefined || last === undefined || last.at - first.at < leastMs) return null;
    const perSecond = ((last.bytes - first.bytes) / (last.at - first.at)) * 1000;
    return perSecond > 0 ? { perSecond, left: (total - last.bytes) / perSecond } : null;
  }
}

/** A stretch of time as one waits for it. */
export function duration(seconds: number): string {
  if (seconds < 1) return 'under 1 s';
  if (seconds < 99.5) return `${Math.round(seconds)} s`;
  return seconds < 5970 ? `${Math.round(seconds / 60)} min` : `${fixed(seconds / 3600, 1)} h`;
}
