// When the page is told how training goes: at most once between two drawn frames, and at most for one
// part in four of the time. Pure arithmetic on a clock it is given.

/** A page that draws nothing (a hidden tab) still hears this often, for its title. */
const unheardMs = 1000;
/** Telling may cost at most one part in this many of the time. */
const share = 4;

/** Says whether now is the time to tell. */
export class ProgressGate {
  private sequence = 0;
  private drawn = 0;
  private lastSent = Number.NEGATIVE_INFINITY;
  private lastCost = 0;

  isDue(now: number): boolean {
    if (now - this.lastSent < this.lastCost * share) return false;
    return this.drawn >= this.sequence || now - this.lastSent >= unheardMs;
  }

  next(): number {
    this.sequence += 1;
    return this.sequence;
  }

  sent(start: number, end: number): void {
    this.lastSent = end;
    this.lastCost = end - start;
  }

  heard(sequence: number): void {
    this.drawn = sequence;
  }
}
