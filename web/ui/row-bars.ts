// One bar a row beside a map, in step with its rows: how far each learned row is from the counted one,
// in nats. Follows the frame of the map it stands beside; gets data and draws.
import { fixed } from '../text/format.ts';
import { emptied } from './canvas.ts';
import { computedColour, el } from './dom.ts';
import { labelEvery, visibleRange } from './map-geometry.ts';
import type { Frame } from './map-geometry.ts';
import { roundUp } from './token-order.ts';
import type { TokenOrder } from './token-order.ts';
import '../styles/row-bars.css';

/** A value for each row, in nats. */
export interface RowBarsData {
  values: Float64Array;
  size: number;
  labels: readonly string[];
  order: TokenOrder;
  /** The token whose row is marked. */
  chosen: number | null;
}

/** Room for a number behind its bar. */
const numberRoom = 62;
/** Rows lower than this have a bar but no number. */
const numberedRow = 10;

/** Bars that follow a map. */
export class RowBars {
  readonly root = el('div', { class: 'row-bars' });
  private readonly canvas = el('canvas', { attrs: { 'aria-hidden': 'true' } });
  private readonly point: (token: number) => void;
  private data: RowBarsData | null = null;
  private frame: Frame | null = null;
  private colours = { bar: '', ink: '', muted: '', line: '', font: '' };

  constructor(point: (token: number) => void) {
    this.point = point;
    this.root.append(this.canvas);
    const at = (event: PointerEvent) => {
      const token = this.under(event.clientY - this.root.getBoundingClientRect().top);
      if (token !== null) this.point(token);
    };
    this.root.addEventListener('pointermove', at);
    this.root.addEventListener('pointerdown', at);
    new ResizeObserver(() => {
      this.paint();
    }).observe(this.root);
  }

  restyle(font: string): void {
    const [bar, ink, muted, line] = ['learned', 'ink', 'muted', 'line'].map(computedColour);
    this.colours = { bar: bar ?? '', ink: ink ?? '', muted: muted ?? '', line: line ?? '', font };
    this.paint();
  }

  draw(data: RowBarsData): void {
    this.data = data;
    this.paint();
  }

  follow(frame: Frame): void {
    this.frame = frame;
    this.paint();
  }

  private under(y: number): number | null {
    if (this.frame === null || this.data === null) return null;
    const { gutter, scrollY, cell } = this.frame;
    if (y < gutter) return null;
    return this.data.order.tokens[Math.floor((y - gutter + scrollY) / cell)] ?? null;
  }

  private paint(): void {
    const { data, frame, colours } = this;
    // Asking how large it is costs a layout: not before there is something to draw.
    if (data === null || frame === null) return;
    const { clientWidth: width, clientHeight: height } = this.root;
    const context = width === 0 ? null : emptied(this.canvas, width, height);
    if (context === null) return;

    const { gutter, cell, scrollY } = frame;
    let most = 0;
    for (const value of data.values) most = Math.max(most, value);
    const end = roundUp(most, 1e-4);
    const room = Math.max(20, width - gutter - numberRoom);
    const size = Math.min(11, Math.max(9, cell * 0.8));
    const every = labelEvery(cell);
    const [first, last] = visibleRange(frame, data.size, 'y');
    context.textBaseline = 'middle';

    context.save();
    context.beginPath();
    context.rect(0, gutter, width, Math.max(0, Math.min(height, frame.height) - gutter));
    context.clip();
    for (let place = first; place < last; place += 1) {
      const token = data.order.tokens[place] ?? 0;
      const value = data.values[token] ?? 0;
      const top = gutter + place * cell - scrollY;
      const chosen = token === data.chosen;
      const length = (Math.max(0, value) / end) * room;
      const hair = cell >= 6 ? 2 : 0;
      context.fillStyle = chosen ? colours.ink : colours.bar;
      context.fillRect(gutter, top + hair / 2, Math.max(value > 0 ? 1 : 0, length), cell - hair);
      if (place % every !== 0 && !chosen) continue;
      context.font = `${chosen ? '700 ' : ''}${size}px ${colours.font}`;
      context.fillStyle = chosen ? colours.ink : colours.muted;
      context.textAlign = 'center';
      context.fillText(data.labels[token] ?? '', gutter / 2, top + cell / 2, gutter);
      if (cell < numberedRow && !chosen) continue;
      context.textAlign = 'left';
      context.fillText(fixed(value, 4), gutter + length + 5, top + cell / 2);
    }
    context.restore();
    context.fillStyle = colours.line;
    context.fillRect(gutter, gutter, 1, Math.min(height, frame.height) - gutter);
    context.font = `11px ${colours.font}`;
    context.fillStyle = colours.muted;
    context.textAlign = 'left';
    context.fillText('0', gutter, gutter / 2);
    context.textAlign = 'right';
    context.fillText(String(end), gutter + room, gutter / 2);
  }
}
