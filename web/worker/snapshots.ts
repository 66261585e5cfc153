// The weights of the start and of some steps after it, in bounded memory, so that any step is a short
// way from one of them. Evenly spaced; the spacing doubles when the memory is used up. Knows nothing
// of training.

/** How much memory, and how far apart at most. */
export interface SnapshotLimits {
  /** Bytes of weights that may be kept beside the start. Small tables have room for many in it. */
  budget: number;
  /** So many of a large table are kept all the same, */
  wanted: number;
  /** but never more bytes than this. */
  most: number;
  /** Cells times steps that may lie between two snapshots at first. */
  work: number;
}

/** A cell's step takes one or two nanoseconds: snapshots lie some 50 ms apart at first. */
const defaultLimits: SnapshotLimits = {
  budget: 64 << 20,
  wanted: 64,
  most: 256 << 20,
  work: 1 << 25,
};
/** Closer than this many steps of a small table, taking snapshots would be most of the work. */
const widestFirstSpacing = 1024;

/** The weights at a step. */
export interface Snapshot {
  step: number;
  weights: Float32Array;
}

/** The snapshots of one run. */
export class Snapshots {
  private readonly capacity: number;
  private readonly firstSpacing: number;
  private spacing: number;
  private readonly start: Snapshot;
  private kept: Snapshot[] = [];

  /** The weights of the first step are taken over, not copied. */
  constructor(start: Float32Array, limits: SnapshotLimits = defaultLimits, step = 0) {
    const cells = start.length;
    const room = (bytes: number) => Math.floor(bytes / start.byteLength);
    this.start = { step, weights: start };
    this.capacity = Math.max(room(limits.budget), Math.min(limits.wanted, room(limits.most)));
    const affordable = Math.max(1, Math.min(widestFirstSpacing, limits.work / cells));
    this.firstSpacing = 2 ** Math.floor(Math.log2(affordable));
    this.spacing = this.firstSpacing;
  }

  /** How many are kept beside the start. */
  get length(): number {
    return this.kept.length;
  }

  /** The first step at or after `step` that should be kept. */
  nextKept(step: number): number {
    return Math.ceil(step / this.spacing) * this.spacing;
  }

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

  /** The latest at or before `step`. */
  before(step: number): Snapshot {
    let low = 0;
    let high = this.kept.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.kept[middle] as Snapshot).step <= step) low = middle + 1;
      else high = middle;
    }
    return this.kept[low - 1] ?? this.start;
  }

  /** Forgets what came after `step`. What comes next may be kept closer again. */
  cut(step: number): void {
    this.kept = this.kept.filter((snapshot) => snapshot.step <= step);
    while (this.spacing > this.firstSpacing && step < (this.spacing / 2) * this.capacity) {
      this.spacing /= 2;
    }
  }
}
