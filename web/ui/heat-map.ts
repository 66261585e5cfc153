// One table as a map on a canvas, crisp at any pixel ratio: rows are the letter before, columns the
// letter after. The canvas stays put and draws what the scroll position shows; its letters stick.
// Gets data and draws; says which cell the user points at.
import type { Cell } from '../state/state.ts';
import { el } from './dom.ts';
import { cellAt, fitCell, largestCell, reveal, zoomedCell } from './map-geometry.ts';
import type { Frame } from './map-geometry.ts';
import * as paint from './map-paint.ts';
import type { MapData, MapStyle } from './map-paint.ts';

const gutter = 18;

/** What happens to a map. */
export interface MapEvents {
  point(cell: Cell): void;
  scrolled(x: number, y: number): void;
  /** After each painting: what stands beside the map keeps to its rows. */
  painted?(frame: Frame): void;
}

/** A map that is given tables and draws them. */
export class HeatMap {
  readonly root: HTMLElement;
  private readonly canvas = el('canvas', { attrs: { 'aria-hidden': 'true' } });
  private readonly extent = el('div', { class: 'map-extent' });
  private readonly pixels = document.createElement('canvas');
  private readonly events: MapEvents;
  private data: MapData | null = null;
  private style: MapStyle | null = null;
  private palette: paint.Palette | null = null;
  /** What the pixels show: they are painted again only when this changes. */
  private drawn: Pick<MapData, 'values' | 'order' | 'most'> | null = null;
  private frame: Frame = { width: 0, height: 0, gutter, cell: 1, scrollX: 0, scrollY: 0 };
  private zoom = 0;

  constructor(name: string, events: MapEvents) {
    this.events = events;
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
      const cell = this.under(event);
      if (cell !== null) events.point(cell);
    };
    this.root.addEventListener('pointermove', at);
    this.root.addEventListener('pointerdown', at);
    this.root.addEventListener('scroll', () => {
      events.scrolled(this.root.scrollLeft, this.root.scrollTop);
      this.paint();
    });
    new ResizeObserver(() => {
      this.layOut();
    }).observe(this.root);
  }

  /** Returns the colours that the style makes. */
  setStyle(style: MapStyle): paint.Palette {
    this.style = style;
    this.palette = new paint.Palette(style);
    this.drawn = null;
    this.paint();
    return this.palette;
  }

  setZoom(zoom: number): void {
    this.zoom = zoom;
    this.layOut();
  }

  get cellSide(): number {
    return this.frame.cell;
  }

  /** The side a cell would have at this zoom. */
  sideAt(zoom: number): number {
    return zoomedCell(this.fit(), zoom, window.devicePixelRatio);
  }

  /** Whether a larger zoom would still change anything. */
  get atLargest(): boolean {
    return this.frame.cell >= Math.max(largestCell, this.fit());
  }

  scrollTo(x: number, y: number): void {
    if (this.root.scrollLeft !== x) this.root.scrollLeft = x;
    if (this.root.scrollTop !== y) this.root.scrollTop = y;
  }

  reveal(cell: Cell): void {
    const { width, height, cell: side } = this.frame;
    const places = this.data?.order.places ?? [];
    this.scrollTo(
      reveal(this.root.scrollLeft, width - gutter, side, places[cell.to] ?? 0),
      reveal(this.root.scrollTop, height - gutter, side, places[cell.from] ?? 0),
    );
  }

  draw(data: MapData): void {
    const resized = data.size !== this.data?.size;
    this.data = data;
    if (resized || this.frame.width === 0) this.layOut();
    else this.paint();
  }

  private under(event: PointerEvent): Cell | null {
    if (this.data === null) return null;
    const box = this.root.getBoundingClientRect();
    const { tokens } = this.data.order;
    const [x, y] = [event.clientX - box.left, event.clientY - box.top];
    const place = cellAt(this.frame, this.data.size, x, y);
    if (place === null) return null;
    return { from: tokens[place.from] ?? 0, to: tokens[place.to] ?? 0 };
  }

  private fit(): number {
    const { clientWidth, clientHeight } = this.root;
    const size = this.data?.size ?? 1;
    return fitCell(clientWidth, clientHeight, gutter, size, window.devicePixelRatio);
  }

  private layOut(): void {
    if (this.data === null || this.root.clientWidth === 0) return;
    const dpr = window.devicePixelRatio;
    const cell = zoomedCell(this.fit(), this.zoom, dpr);
    const span = `${this.data.size * cell + gutter}px`;
    this.frame.cell = cell;
    this.extent.style.inlineSize = span;
    this.extent.style.blockSize = span;
    // Only now: scroll bars that came or went have changed the room.
    const { clientWidth: width, clientHeight: height } = this.root;
    Object.assign(this.frame, { width, height });
    this.canvas.width = Math.round(width * dpr);
    this.canvas.height = Math.round(height * dpr);
    this.canvas.style.inlineSize = `${width}px`;
    this.canvas.style.blockSize = `${height}px`;
    this.paint();
  }

  private paintPixels(data: MapData, palette: paint.Palette): void {
    const { values, order, most } = data;
    const { drawn } = this;
    if (drawn?.values === values && drawn.order === order && drawn.most === most) return;
    this.drawn = { values, order, most };
    if (this.pixels.width !== data.size) this.pixels.width = this.pixels.height = data.size;
    const context = this.pixels.getContext('2d');
    if (context !== null) paint.paintPixels(context, palette, data);
  }

  private paint(): void {
    const { data, style, palette, frame } = this;
    const context = this.canvas.getContext('2d');
    if (data === null || style === null || palette === null || context === null) return;
    if (frame.width === 0 || this.root.clientWidth === 0) return;
    this.paintPixels(data, palette);
    frame.scrollX = this.root.scrollLeft;
    frame.scrollY = this.root.scrollTop;
    const dpr = window.devicePixelRatio;
    const stage: paint.Stage = { context, frame, style, dpr };
    const { places } = data.order;
    const row = data.cell === null ? null : (places[data.cell.from] ?? null);
    const column = data.cell === null ? null : (places[data.cell.to] ?? null);
    context.setTransform(dpr, 0, 0, dpr, 0, 0);
    context.fillStyle = style.paper;
    context.fillRect(0, 0, frame.width, frame.height);
    context.save();
    context.beginPath();
    context.rect(gutter, gutter, frame.width - gutter, frame.height - gutter);
    context.clip();
    context.imageSmoothingEnabled = frame.cell * dpr < 1;
    const side = data.size * frame.cell;
    context.drawImage(this.pixels, gutter - frame.scrollX, gutter - frame.scrollY, side, side);
    if (frame.cell >= 6) paint.paintLines(stage, data.size);
    paint.paintWriting(stage, data, palette);
    if (row !== null && column !== null) paint.paintCell(stage, row, column);
    context.restore();
    paint.paintLabels(stage, data, 'x', column);
    paint.paintLabels(stage, data, 'y', row);
    this.events.painted?.(frame);
  }
}
