// The ground of a chart: a canvas with two linear axes, and what stands where on it. Lengths are CSS
// pixels. Knows nothing of what is drawn.

import { emptied } from './canvas.ts';

/** The inside of the axes. */
export interface Box {
  left: number;
  top: number;
  width: number;
  height: number;
}

/** A mark on an axis. */
export interface Tick {
  value: number;
  label: string;
}

/** What an axis spans. */
export type Range = readonly [low: number, high: number];

/** The colours and the font of the axes. */
export interface Ink {
  text: string;
  line: string;
  font: string;
}

const gap = 4;
const tickLength = 4;
/** Room for the numbers of the axes, and for half of one beyond each end. */
const margins = { left: 44, right: 16, top: 10, bottom: 26 };

/** A canvas with axes. */
export class Plot {
  readonly canvas: HTMLCanvasElement;
  readonly ctx: CanvasRenderingContext2D;
  /** Inside the axes. */
  box: Box = { left: 0, top: 0, width: 0, height: 0 };
  private xs: Range = [0, 1];
  private ys: Range = [0, 1];

  constructor(canvas: HTMLCanvasElement) {
    const ctx = canvas.getContext('2d');
    if (ctx === null) throw new Error('The canvas has no context.');
    this.canvas = canvas;
    this.ctx = ctx;
  }

  /** An empty canvas of this size, as sharp as the screen is. */
  begin(width: number, height: number): void {
    emptied(this.canvas, width, height);
    const { left, right, top, bottom } = margins;
    this.box = { left, top, width: width - left - right, height: height - top - bottom };
  }

  setRanges(x: Range, y: Range): void {
    this.xs = x;
    this.ys = y;
  }

  x(value: number): number {
    const [low, high] = this.xs;
    return this.box.left + ((value - low) / (high - low)) * this.box.width;
  }

  y(value: number): number {
    const [low, high] = this.ys;
    return this.box.top + ((high - value) / (high - low)) * this.box.height;
  }

  valueAt(x: number): number {
    const [low, high] = this.xs;
    return low + ((x - this.box.left) / this.box.width) * (high - low);
  }

  drawAxes(xTicks: readonly Tick[], yTicks: readonly Tick[], ink: Ink): void {
    const { ctx, box } = this;
    const [right, bottom] = [box.left + box.width, box.top + box.height];
    ctx.save();
    ctx.font = ink.font;
    ctx.fillStyle = ink.text;
    ctx.strokeStyle = ink.line;
    ctx.lineWidth = 1;
    ctx.beginPath();
    ctx.textAlign = 'center';
    ctx.textBaseline = 'top';
    for (const { value, label } of xTicks) {
      const x = sharp(this.x(value));
      ctx.moveTo(x, box.top);
      ctx.lineTo(x, bottom + tickLength);
      ctx.fillText(label, x, bottom + tickLength + gap);
    }
    ctx.textAlign = 'right';
    ctx.textBaseline = 'middle';
    for (const { value, label } of yTicks) {
      const y = sharp(this.y(value));
      ctx.moveTo(box.left - tickLength, y);
      ctx.lineTo(right, y);
      ctx.fillText(label, box.left - tickLength - gap, y);
    }
    ctx.stroke();
    ctx.restore();
  }

  /** Draws inside the axes only. */
  clipped(draw: () => void): void {
    const { ctx, box } = this;
    ctx.save();
    ctx.beginPath();
    ctx.rect(box.left, box.top, box.width, box.height);
    ctx.clip();
    draw();
    ctx.restore();
  }
}

/** A line of one pixel lies in a pixel, not between two. */
export function sharp(place: number): number {
  return Math.round(place) + 0.5;
}

/** Round values within a range, at most `most` of them: steps of 1, 2 or 5 times a power of ten. */
export function roundTicks([low, high]: Range, most: number, least = 0): number[] {
  const rough = Math.max(least, (high - low) / Math.max(1, most));
  const power = 10 ** Math.floor(Math.log10(rough));
  const factor = [1, 2, 5].find((each) => each * power >= rough * (1 - 1e-9)) ?? 10;
  const step = factor * power;
  const first = Math.ceil(low / step - 1e-9);
  const count = Math.floor(high / step + 1e-9) - first + 1;
  // Whole multiples, so that the error of one sum is not carried to the next.
  return Array.from({ length: Math.max(0, count) }, (_, i) => (first + i) * step);
}

/** 2.50, 2.75, 3.00: as many decimals as the distance between two asks for, at most four. */
export function decimalsOf(ticks: readonly number[]): number {
  const step = (ticks[1] ?? 1) - (ticks[0] ?? 0);
  return Math.min(4, Math.max(0, -Math.floor(Math.log10(step) + 1e-9)));
}

/** Where in ascending `values` the one nearest to `value` is; null where there is none. */
export function nearest(values: ArrayLike<number>, value: number): number | null {
  let [from, to] = [0, values.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    if ((values[middle] ?? 0) < value) from = middle + 1;
    else to = middle;
  }
  if (values.length === 0) return null;
  if (from === values.length) return from - 1;
  const before = value - (values[from - 1] ?? -Infinity);
  return before < (values[from] ?? 0) - value ? from - 1 : from;
}
