// One row of both tables as bars, a pair of bars a letter: which letters follow this one. Counted is a
// hollow bar, learned a filled one. Gets data and draws; says which letter the user points at.
import { emptied } from './canvas.ts';
import { computedColour, el } from './dom.ts';
import { smallestLabelled } from './map-geometry.ts';
import { roundUp } from './token-order.ts';
import type { TokenOrder } from './token-order.ts';

/** A row of both tables. */
export interface RowChartData {
  counted: Float64Array;
  learned: Float64Array;
  size: number;
  from: number;
  to: number | null;
  labels: readonly string[];
  order: TokenOrder;
}

const left = 38;
const bottom = 15;
const top = 6;

/** A chart that is given rows and draws them. */
export class RowChart {
  readonly root = el('div', { class: 'row-chart' });
  private readonly canvas = el('canvas', { attrs: { 'aria-hidden': 'true' } });
  private data: RowChartData | null = null;
  private colours: Record<string, string> = {};
  private font = '';
  private measured: { labels: readonly string[]; font: string; room: number } | null = null;

  constructor(point: (to: number) => void) {
    this.root.append(this.canvas);
    const at = (event: PointerEvent) => {
      const { data } = this;
      const x = event.clientX - this.root.getBoundingClientRect().left - left;
      const token = data?.order.tokens[Math.floor(x / this.column())];
      if (x >= 0 && token !== undefined) point(token);
    };
    this.root.addEventListener('pointermove', at);
    this.root.addEventListener('pointerdown', at);
    new ResizeObserver(() => {
      this.paint();
    }).observe(this.root);
  }

  restyle(): void {
    for (const name of ['counted', 'learned', 'ink', 'muted', 'line', 'empty-cell']) {
      this.colours[name] = computedColour(name);
    }
    this.font = getComputedStyle(this.root).fontFamily;
    this.paint();
  }

  draw(data: RowChartData): void {
    this.data = data;
    this.paint();
  }

  private column(): number {
    return (this.root.clientWidth - left) / (this.data?.size ?? 1);
  }

  /** What the widest letter takes, in pixels: ideographs and syllables are twice as wide as Latin letters. */
  private labelRoom(context: CanvasRenderingContext2D, labels: readonly string[]): number {
    const font = `11px ${this.font}`;
    if (this.measured?.labels !== labels || this.measured.font !== font) {
      context.font = font;
      const widths = labels.map((label) => context.measureText(label).width + 1);
      const room = widths.reduce((most, each) => Math.max(most, each), smallestLabelled);
      this.measured = { labels, font, room };
    }
    return this.measured.room;
  }

  private paint(): void {
    const { data } = this;
    // Asking how large it is costs a layout: not before there is something to draw.
    if (data === null) return;
    const { clientWidth: width, clientHeight: height } = this.root;
    const context = width <= left ? null : emptied(this.canvas, width, height);
    if (context === null) return;
    const colour = (name: string) => this.colours[name] ?? '';

    const row = data.from * data.size;
    let most = 0;
    for (let i = row; i < row + data.size; i += 1) {
      most = Math.max(most, data.counted[i] ?? 0, data.learned[i] ?? 0);
    }
    const end = roundUp(most, 0.05);
    const base = height - bottom;
    const room = base - top;
    const column = this.column();
    const every = Math.max(1, Math.ceil(this.labelRoom(context, data.labels) / column));
    const gap = column >= 8 ? 2 : 0;
    const bar = (column - gap) / 2;

    context.fillStyle = colour('line');
    context.fillRect(left, base, width - left, 1);
    context.fillRect(left, top, width - left, 1);
    context.font = `11px ${this.font}`;
    context.fillStyle = colour('muted');
    context.textBaseline = 'middle';
    context.textAlign = 'right';
    context.fillText(String(end), left - 4, top + 2);
    context.fillText('0', left - 4, base - 2);

    context.textAlign = 'center';
    data.order.tokens.forEach((token, place) => {
      const x = left + place * column;
      const chosen = token === data.to;
      if (chosen) {
        context.fillStyle = colour('empty-cell');
        context.fillRect(x, top, column, height - top);
      }
      const tall = (value: number) => (value / end) * room;
      const counted = tall(data.counted[row + token] ?? 0);
      const learned = tall(data.learned[row + token] ?? 0);
      const start = x + gap / 2;
      if (bar >= 4 && counted >= 2) {
        context.strokeStyle = colour('counted');
        context.lineWidth = 1.5;
        context.strokeRect(start + 0.75, base - counted + 0.75, bar - 1.5, counted - 0.75);
      } else {
        context.fillStyle = colour('counted');
        context.fillRect(start, base - counted, bar, counted);
      }
      context.fillStyle = colour('learned');
      context.fillRect(start + bar, base - learned, bar, learned);
      if (place % every !== 0 && !chosen) return;
      context.font = `${chosen ? '700 ' : ''}11px ${this.font}`;
      context.fillStyle = colour(chosen ? 'ink' : 'muted');
      context.fillText(data.labels[token] ?? '', x + column / 2, height - bottom / 2 + 1);
    });
  }
}
