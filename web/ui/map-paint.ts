// Paints the parts of a map on its canvas: cells, what is written in them, lines, the marked cell and
// the letters at the edges. Knows where things lie from the frame; keeps nothing but its colours.
import type { Cell } from '../state/state.ts';
import { labelEvery, visibleRange } from './map-geometry.ts';
import type { Frame } from './map-geometry.ts';
import { lightness, rootIndex, signedRootIndex, unpack } from './palette.ts';
import type { TokenOrder } from './token-order.ts';

/** What a map shows. Values are row-major, by token. */
export interface MapData {
  values: Float64Array;
  size: number;
  labels: readonly string[];
  order: TokenOrder;
  /** The value that takes the last colour. A diverging map takes its negative for the first. */
  most: number;
  cell: Cell | null;
  /** What is written in a cell, where there is room. */
  write: ((from: number, to: number) => string) | null;
}

/** The colours and the font of a map. */
export interface MapStyle {
  ramp: Uint32Array;
  diverging: boolean;
  paper: string;
  ink: string;
  muted: string;
  font: string;
}

/** The smallest cell that a pair and a count can be read in. */
export const writtenCell = 34;
const entries = 4096;

/** The colours of one style, looked up by value. */
export class Palette {
  private readonly colours = new Uint32Array(entries);
  private readonly light = new Uint8Array(entries);
  private readonly diverging: boolean;

  constructor({ ramp, diverging }: MapStyle) {
    this.diverging = diverging;
    const light = ramp.map((colour) => (lightness(unpack(colour)) > 0.6 ? 1 : 0));
    const index = (diverging ? signedRootIndex : rootIndex)(entries, ramp.length);
    for (let i = 0; i < entries; i += 1) {
      const step = index[i] ?? 0;
      this.colours[i] = ramp[step] ?? 0;
      this.light[i] = light[step] ?? 0;
    }
  }

  private entry(value: number, most: number): number {
    const along = this.diverging ? (value / most + 1) / 2 : value / most;
    return Math.min(entries - 1, Math.max(0, Math.round(along * (entries - 1))));
  }

  colour(value: number, most: number): number {
    return this.colours[this.entry(value, most)] ?? 0;
  }

  isLight(value: number, most: number): boolean {
    return this.light[this.entry(value, most)] === 1;
  }
}

/** What is painted on, and how. */
export interface Stage {
  context: CanvasRenderingContext2D;
  frame: Frame;
  style: MapStyle;
  dpr: number;
}

/** One pixel a cell; the screen gets it enlarged. */
export function paintPixels(
  context: CanvasRenderingContext2D,
  palette: Palette,
  { values, size, most, order }: MapData,
): void {
  const image = context.createImageData(size, size);
  const target = new Uint32Array(image.data.buffer);
  let at = 0;
  for (const from of order.tokens) {
    for (const to of order.tokens) {
      target[at] = palette.colour(values[from * size + to] ?? 0, most);
      at += 1;
    }
  }
  context.putImageData(image, 0, 0);
}

/** The lines between cells, where there is room for them. */
export function paintLines({ context, frame, style, dpr }: Stage, size: number): void {
  const { cell, gutter, scrollX, scrollY } = frame;
  const hair = 1 / dpr;
  const [left, top, side] = [gutter - scrollX, gutter - scrollY, size * cell];
  context.fillStyle = style.paper;
  for (let i = 1; i <= size; i += 1) {
    context.fillRect(left + i * cell - hair, top, hair, side);
    context.fillRect(left, top + i * cell - hair, side, hair);
  }
}

/** The pair over its figure in every cell in sight, as in the lecture. */
export function paintWriting(stage: Stage, data: MapData, palette: Palette): void {
  const { context, frame, style } = stage;
  const { cell, gutter, scrollX, scrollY } = frame;
  if (data.write === null || cell < writtenCell) return;
  const [inkLight, paperLight] = [style.ink, style.paper];
  const inkIsDark = isDark(style.ink);
  const [firstRow, lastRow] = visibleRange(frame, data.size, 'y');
  const [firstColumn, lastColumn] = visibleRange(frame, data.size, 'x');
  context.textAlign = 'center';
  context.textBaseline = 'middle';
  context.font = `${Math.min(12, cell * 0.29)}px ${style.font}`;
  for (let row = firstRow; row < lastRow; row += 1) {
    const from = data.order.tokens[row] ?? 0;
    const y = gutter + (row + 0.5) * cell - scrollY;
    for (let column = firstColumn; column < lastColumn; column += 1) {
      const to = data.order.tokens[column] ?? 0;
      const light = palette.isLight(data.values[from * data.size + to] ?? 0, data.most);
      context.fillStyle = light === inkIsDark ? inkLight : paperLight;
      const x = gutter + (column + 0.5) * cell - scrollX;
      const pair = `${data.labels[from] ?? ''}${data.labels[to] ?? ''}`;
      context.fillText(pair, x, y - cell * 0.2, cell - 2);
      context.fillText(data.write(from, to), x, y + cell * 0.2, cell - 2);
    }
  }
}

function isDark(colour: string): boolean {
  const parts = colour.match(/[\d.]+/g)?.map(Number) ?? [0];
  return (parts[0] ?? 0) < 128;
}

/** The frame of the marked cell. */
export function paintCell(
  { context, frame, style, dpr }: Stage,
  row: number,
  column: number,
): void {
  const { cell: side, gutter, scrollX, scrollY } = frame;
  const x = gutter - scrollX + column * side;
  const y = gutter - scrollY + row * side;
  const around = Math.max(0, 5 - side) / 2 + 1.5;
  const outer = side + 2 * around - 1;
  context.lineWidth = Math.max(1.5, 2 / dpr);
  context.strokeStyle = style.ink;
  context.strokeRect(x - around + 0.5, y - around + 0.5, outer, outer);
  context.lineWidth = 1 / dpr;
  context.strokeStyle = style.paper;
  context.strokeRect(x - 0.5, y - 0.5, side, side);
}

/** The letters of one edge; `chosen` is the place that stands out. */
export function paintLabels(
  { context, frame, style }: Stage,
  data: MapData,
  axis: 'x' | 'y',
  chosen: number | null,
): void {
  const { cell, gutter } = frame;
  const every = labelEvery(cell);
  const size = Math.min(12, Math.max(9, cell * 0.85));
  const scroll = axis === 'x' ? frame.scrollX : frame.scrollY;
  const [first, last] = visibleRange(frame, data.size, axis);
  context.textAlign = 'center';
  context.textBaseline = 'middle';
  for (let place = first; place < last; place += 1) {
    const isChosen = place === chosen;
    const near = chosen !== null && !isChosen && Math.abs(place - chosen) < every;
    if ((place % every !== 0 && !isChosen) || near) continue;
    const along = gutter + (place + 0.5) * cell - scroll;
    if (along < gutter) continue;
    context.font = `${isChosen ? '700 ' : ''}${size}px ${style.font}`;
    context.fillStyle = isChosen ? style.ink : style.muted;
    const label = data.labels[data.order.tokens[place] ?? 0] ?? '';
    if (axis === 'x') context.fillText(label, along, gutter / 2, gutter);
    else context.fillText(label, gutter / 2, along, gutter);
  }
}
