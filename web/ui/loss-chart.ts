// The loss curve, drawn by uPlot, with the floors and their names over it. Gets data and draws.
import uPlot from 'uplot';
import 'uplot/dist/uPlot.min.css';
import { computedColour } from '../dom.ts';
import { count } from '../format.ts';
import { axisEnd, floorLabel, spread } from './floors.ts';
import type { Floor } from './floors.ts';

export interface Curve {
  steps: Float64Array;
  losses: Float64Array;
  floors: Floor[];
}

const labelHeight = 17;

/** 2.50, 2.75, 3.00: as many decimals as the finest of them needs. */
function sameDecimals(_: uPlot, splits: number[]): string[] {
  const decimals = Math.max(...splits.map((value) => (String(value).split('.')[1] ?? '').length));
  return splits.map((value) => value.toFixed(Math.min(decimals, 4)));
}

export class LossChart {
  private readonly box: HTMLElement;
  private readonly hover: (index: number | null) => void;
  private plot: uPlot | null = null;
  private curve: Curve | null = null;

  constructor(box: HTMLElement, hover: (index: number | null) => void) {
    this.box = box;
    this.hover = hover;
    new ResizeObserver(() => {
      this.resize();
    }).observe(box);
  }

  draw(curve: Curve): void {
    this.curve = curve;
    if (this.plot === null) this.build();
    else this.plot.setData([curve.steps, curve.losses]);
  }

  /** After a change of theme: uPlot keeps its colours. */
  rebuild(): void {
    if (this.curve === null) return;
    this.plot?.destroy();
    this.plot = null;
    this.build();
  }

  private resize(): void {
    if (this.plot === null) this.build();
    else this.plot.setSize(this.size());
  }

  private size(): { width: number; height: number } {
    return {
      width: Math.max(120, this.box.clientWidth),
      height: Math.max(100, this.box.clientHeight),
    };
  }

  private build(): void {
    if (this.curve === null || this.box.clientWidth === 0) return;
    const ink = computedColour('muted');
    const line = computedColour('line');
    const font = `12px ${getComputedStyle(this.box).fontFamily}`;
    const axis = {
      stroke: ink,
      font,
      grid: { stroke: line, width: 1 },
      ticks: { stroke: line, width: 1, size: 4 },
    };
    const options: uPlot.Options = {
      ...this.size(),
      legend: { show: false },
      cursor: { y: false, drag: { x: false, y: false }, points: { size: 7 } },
      scales: {
        x: { time: false, range: (_, __, max) => [0, axisEnd(max)] },
        y: { range: (plot, low, high) => this.lossRange(plot, low, high) },
      },
      axes: [
        { ...axis, size: 26, gap: 4, values: (_, splits) => splits.map(count) },
        { ...axis, size: 44, gap: 4, space: 28, values: sameDecimals },
      ],
      series: [
        {},
        {
          stroke: computedColour('learned'),
          width: 2,
          points: { show: (_, __, first, last) => last - first < 2, size: 5 },
        },
      ],
      hooks: {
        draw: [
          (plot) => {
            this.drawFloors(plot);
          },
        ],
        setCursor: [
          (plot) => {
            this.hover(plot.cursor.idx ?? null);
          },
        ],
      },
    };
    this.plot = new uPlot(options, [this.curve.steps, this.curve.losses], this.box);
    this.plot.root.setAttribute('aria-hidden', 'true');
  }

  /** Room for the curve, every floor, and the floors' names under the lowest. */
  private lossRange(plot: uPlot, low: number | null, high: number | null): [number, number] {
    const levels = (this.curve?.floors ?? []).map((floor) => floor.value).filter(Number.isFinite);
    const bottom = Math.min(low ?? Infinity, ...levels);
    const top = Math.max(high ?? -Infinity, ...levels);
    if (!Number.isFinite(bottom) || !Number.isFinite(top)) return [0, 1];
    const height = Math.max(80, plot.height - 40);
    const under = Math.min(0.5, ((levels.length - 1) * labelHeight + 14) / height);
    const span = Math.max(top - bottom, 1e-3);
    return [bottom - (span * under) / (1 - under), top + span * 0.09];
  }

  private drawFloors(plot: uPlot): void {
    const { ctx, bbox } = plot;
    const scale = uPlot.pxRatio;
    const floors = (this.curve?.floors ?? []).filter((floor) => Number.isFinite(floor.value));
    const lines = floors.map((floor) => plot.valToPos(floor.value, 'y', true));
    // The uniform floor's name stands above its line, which the curve leaves first; the others below.
    const wanted = floors.map(
      (floor, i) => (lines[i] ?? 0) + (floor.colour === 'muted' ? -labelHeight : 4) * scale,
    );
    const tops = spread(wanted, labelHeight * scale);
    ctx.save();
    ctx.font = `${12 * scale}px ${getComputedStyle(this.box).fontFamily}`;
    ctx.textAlign = 'right';
    ctx.textBaseline = 'top';
    ctx.lineJoin = 'round';
    floors.forEach((floor, i) => {
      const y = Math.round(lines[i] ?? 0) + 0.5;
      ctx.strokeStyle = computedColour(floor.colour);
      ctx.lineWidth = scale;
      ctx.setLineDash(floor.dashed ? [4 * scale, 4 * scale] : []);
      ctx.beginPath();
      ctx.moveTo(bbox.left, y);
      ctx.lineTo(bbox.left + bbox.width, y);
      ctx.stroke();
    });
    ctx.setLineDash([]);
    floors.forEach((floor, i) => {
      const x = bbox.left + bbox.width - 2 * scale;
      const y = (tops[i] ?? 0) + 2 * scale;
      ctx.strokeStyle = computedColour('paper');
      ctx.lineWidth = 4 * scale;
      ctx.strokeText(floorLabel(floor), x, y);
      ctx.fillStyle = computedColour(floor.colour);
      ctx.fillText(floorLabel(floor), x, y);
    });
    ctx.restore();
  }
}
