// The weights of some past steps, in bounded memory, so that any step is a short way from one of
// them. Evenly spaced; the spacing doubles when the memory is used up. Knows nothing of training.

export interface SnapshotLimits {
  /** Bytes of weights kept at most. */
  budget: number;
  /** Multiply-adds (cells times steps) that a replay between two snapshots may take at first. */
  work: number;
}

/** About 50 ms of work even where a cell takes a slow machine 5 ns. */
const defaultLimits: SnapshotLimits = { budget: 64 << 20, work: 10_000_000 };
/** Closer than this many steps of a small table, taking snapshots would be most of the work. */
const widestFirstSpacing = 1024;

export interface Snapshot {
  step: number;
  weights: Float32Array;
}

export class Snapshots {
  private readonly capacity: number;
  private readonly firstSpacing: number;
  private spacing: number;
  private kept: Snapshot[] = [];

  constructor(cells: number, { budget, work }: SnapshotLimits = defaultLimits) {
    this.capacity = Math.floor(budget / (cells * Float32Array.BYTES_PER_ELEMENT));
    const affordable = Math.max(1, Math.min(widestFirstSpacing, work / cells));
    this.firstSpacing = 2 ** Math.floor(Math.log2(affordable));
    this.spacing = this.firstSpacing;
  }

  get length(): number {
    return this.kept.length;
  }

  /** The first step at or after `step` that should be kept. */
  nextKept(step: number): number {
    return Math.ceil(step / this.spacing) * this.spacing;
  }

  /** Step 0 never: the starting weights are drawn again from their seed. */
  wants(step: number): boolean {
    return this.capacity > 0 && step % this.spacing === 0 && step > (this.kept.at(-1)?.step ?? 0);
  }

  /** Steps come in ascending order; the weights are taken over, not copied. */
  keep(step: number, weights: Float32Array): void {
    this.kept.push({ step, weights });
    while (this.kept.length > this.capacity) {
      this.spacing *= 2;
      this.kept = this.kept.filter((snapshot) => snapshot.step % this.spacing === 0);
    }
  }

  /** The latest at or before `step`; null where only the start is. */
  before(step: number): Snapshot | null {
    let low = 0;
    let high = this.kept.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.kept[middle] as Snapshot).step <= step) low = middle + 1;
      else high = middle;
    }
    return this.kept[low - 1] ?? null;
  }

  /** Forgets what came after `step`. What comes next may be kept closer again. */
  cut(step: number): void {
    this.kept = this.kept.filter((snapshot) => snapshot.step <= step);
    while (this.spacing > this.firstSpacing && step < (this.spacing / 2) * this.capacity) {
      this.spacing /= 2;
    }
  }
}
