// One table of probabilities as a map on a canvas, crisp at any pixel ratio: rows are the letter
// before, columns the letter after. The canvas stays put and draws what the scroll position shows.
// Gets data and draws; says which cell the user points at.
import { el } from '../dom.ts';
import { rootIndex } from '../palette.ts';
import type { Cell } from '../state.ts';
import { cellAt, fitCell, labelEvery, reveal, visibleRange, zoomedCell } from './map-geometry.ts';
import type { Frame } from './map-geometry.ts';

export interface MapData {
  /** Row-major, size x size. */
  probabilities: Float64Array;
  size: number;
  labels: readonly string[];
  /** The probability that takes the last colour of the ramp. */
  most: number;
  cell: Cell | null;
}

export interface MapStyle {
  ramp: Uint32Array;
  paper: string;
  ink: string;
  muted: string;
  accent: string;
  font: string;
}

const gutter = 18;
const entries = 4096;

export class HeatMap {
  readonly root: HTMLElement;
  private readonly canvas = el('canvas', { attrs: { 'aria-hidden': 'true' } });
  private readonly extent = el('div', { class: 'map-extent' });
  private readonly pixels = document.createElement('canvas');
  private data: MapData | null = null;
  private style: MapStyle | null = null;
  private colours = new Uint32Array(entries);
  private painted: Float64Array | null = null;
  private frame: Frame = { width: 0, height: 0, gutter, cell: 1, scrollX: 0, scrollY: 0 };
  private zoom = 0;

  constructor(
    name: string,
    point: (cell: Cell | null) => void,
    scrolled: (x: number, y: number) => void,
  ) {
    this.root = el(
      'div',
      {
        class: 'map',
        attrs: {
          tabindex: '0',
          role: 'application',
          'aria-label': name,
          'aria-roledescription': 'table map',
        },
      },
      this.canvas,
      this.extent,
    );
    const at = (event: PointerEvent) => {
      const box = this.root.getBoundingClientRect();
      const size = this.data?.size ?? 0;
      const cell = cellAt(this.frame, size, event.clientX - box.left, event.clientY - box.top);
      if (cell !== null) point(cell);
    };
    this.root.addEventListener('pointermove', at);
    this.root.addEventListener('pointerdown', at);
    this.root.addEventListener('scroll', () => {
      scrolled(this.root.scrollLeft, this.root.scrollTop);
      this.paint();
    });
    new ResizeObserver(() => {
      this.layOut();
    }).observe(this.root);
  }

  setStyle(style: MapStyle): void {
    this.style = style;
    const index = rootIndex(entries, style.ramp.length);
    for (let i = 0; i < entries; i += 1) this.colours[i] = style.ramp[index[i] ?? 0] ?? 0;
    this.painted = null;
    this.paint();
  }

  setZoom(zoom: number): void {
    this.zoom = zoom;
    this.layOut();
  }

  /** Whether a larger zoom would still change anything. */
  get atLargest(): boolean {
    const dpr = window.devicePixelRatio;
    return zoomedCell(this.fit(), this.zoom + 1, dpr) <= this.frame.cell;
  }

  scrollTo(x: number, y: number): void {
    if (this.root.scrollLeft !== x) this.root.scrollLeft = x;
    if (this.root.scrollTop !== y) this.root.scrollTop = y;
  }

  reveal(cell: Cell): void {
    const { width, height, cell: side } = this.frame;
    this.scrollTo(
      reveal(this.root.scrollLeft, width - gutter, side, cell.to),
      reveal(this.root.scrollTop, height - gutter, side, cell.from),
    );
  }

  draw(data: MapData): void {
    const resized = data.size !== this.data?.size;
    this.data = data;
    if (resized) this.layOut();
    else this.paint();
  }

  private fit(): number {
    const { clientWidth, clientHeight } = this.root;
    const size = this.data?.size ?? 1;
    return fitCell(clientWidth, clientHeight, gutter, size, window.devicePixelRatio);
  }

  private layOut(): void {
    if (this.data === null || this.root.clientWidth === 0) return;
    const cell = zoomedCell(this.fit(), this.zoom, window.devicePixelRatio);
    const span = `${this.data.size * cell + gutter}px`;
    this.frame.cell = cell;
    this.extent.style.inlineSize = span;
    this.extent.style.blockSize = span;
    // Only now: scroll bars that came or went have changed the room.
    const { clientWidth: width, clientHeight: height } = this.root;
    Object.assign(this.frame, { width, height });
    const dpr = window.devicePixelRatio;
    this.canvas.width = Math.round(width * dpr);
    this.canvas.height = Math.round(height * dpr);
    this.canvas.style.inlineSize = `${width}px`;
    this.canvas.style.blockSize = `${height}px`;
    this.paint();
  }

  /** One pixel a cell, off the screen; the screen gets it enlarged. */
  private paintPixels({ probabilities, size, most }: MapData): void {
    if (this.painted === probabilities) return;
    this.painted = probabilities;
    if (this.pixels.width !== size) this.pixels.width = this.pixels.height = size;
    const context = this.pixels.getContext('2d');
    if (context === null) return;
    const image = context.createImageData(size, size);
    const target = new Uint32Array(image.data.buffer);
    const scale = (entries - 1) / most;
    for (let i = 0; i < target.length; i += 1) {
      const entry = Math.min(entries - 1, Math.round((probabilities[i] ?? 0) * scale));
      target[i] = this.colours[entry] ?? 0;
    }
    context.putImageData(image, 0, 0);
  }

  private paint(): void {
    const { data, style, frame } = this;
    const context = this.canvas.getContext('2d');
    if (data === null || style === null || context === null || frame.width === 0) return;
    this.paintPixels(data);
    frame.scrollX = this.root.scrollLeft;
    frame.scrollY = this.root.scrollTop;
    const dpr = window.devicePixelRatio;
    context.setTransform(dpr, 0, 0, dpr, 0, 0);
    context.fillStyle = style.paper;
    context.fillRect(0, 0, frame.width, frame.height);
    context.save();
    context.beginPath();
    context.rect(gutter, gutter, frame.width - gutter, frame.height - gutter);
    context.clip();
    context.imageSmoothingEnabled = frame.cell * dpr < 1;
    const side = data.size * frame.cell;
    const left = gutter - frame.scrollX;
    const top = gutter - frame.scrollY;
    context.drawImage(this.pixels, left, top, side, side);
    if (frame.cell >= 6) this.paintLines(context, data.size, left, top, side, style.paper, dpr);
    if (data.cell !== null) this.paintCell(context, data.cell, left, top, style, dpr);
    context.restore();
    this.paintLabels(context, data, style);
  }

  private paintLines(
    context: CanvasRenderingContext2D,
    size: number,
    left: number,
    top: number,
    side: number,
    colour: string,
    dpr: number,
  ): void {
    const hair = 1 / dpr;
    context.fillStyle = colour;
    for (let i = 1; i <= size; i += 1) {
      context.fillRect(left + i * this.frame.cell - hair, top, hair, side);
      context.fillRect(left, top + i * this.frame.cell - hair, side, hair);
    }
  }

  private paintCell(
    context: CanvasRenderingContext2D,
    cell: Cell,
    left: number,
    top: number,
    style: MapStyle,
    dpr: number,
  ): void {
    const side = this.frame.cell;
    const x = left + cell.to * side;
    const y = top + cell.from * side;
    const around = Math.max(0, 5 - side) / 2 + 1.5;
    context.lineWidth = Math.max(1.5, 2 / dpr);
    context.strokeStyle = style.ink;
    context.strokeRect(
      x - around + 0.5,
      y - around + 0.5,
      side + 2 * around - 1,
      side + 2 * around - 1,
    );
    context.lineWidth = 1 / dpr;
    context.strokeStyle = style.paper;
    context.strokeRect(x - 0.5, y - 0.5, side, side);
  }

  private paintLabels(context: CanvasRenderingContext2D, data: MapData, style: MapStyle): void {
    const { cell, scrollX, scrollY } = this.frame;
    const every = labelEvery(cell);
    const size = Math.min(12, Math.max(9, cell * 0.85));
    context.textAlign = 'center';
    context.textBaseline = 'middle';
    const write = (index: number, x: number, y: number, chosen: boolean) => {
      context.font = `${chosen ? '700 ' : ''}${size}px ${style.font}`;
      context.fillStyle = chosen ? style.accent : style.muted;
      context.fillText(data.labels[index] ?? '', x, y, gutter);
    };
    const axis = (which: 'x' | 'y', chosen: number | undefined) => {
      const [first, last] = visibleRange(this.frame, data.size, which);
      const scroll = which === 'x' ? scrollX : scrollY;
      for (let i = first; i < last; i += 1) {
        const near = chosen !== undefined && i !== chosen && Math.abs(i - chosen) < every;
        if ((i % every !== 0 && i !== chosen) || near) continue;
        const along = gutter + (i + 0.5) * cell - scroll;
        if (along < gutter) continue;
        if (which === 'x') write(i, along, gutter / 2, i === chosen);
        else write(i, gutter / 2, along, i === chosen);
      }
    };
    axis('x', data.cell?.to);
    axis('y', data.cell?.from);
  }
}
