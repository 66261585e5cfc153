// The loss curve, drawn by uPlot, with what belongs on it. Gets data and draws; says which point is
// under the pointer, and which step was pressed.
import uPlot from 'uplot';
import 'uplot/dist/uPlot.min.css';
import { computedColour } from '../dom.ts';
import { count } from '../format.ts';
import * as marks from './loss-marks.ts';
import type { Marks } from './loss-marks.ts';
import { axisRange, fromAxis, lastShown, powerSteps, toAxis } from './loss-scale.ts';

export interface Curve extends Omit<Marks, 'font'> {
  steps: Float64Array;
  losses: Float64Array;
  lastStep: number;
}

export interface ChartEvents {
  hover(index: number | null): void;
  press(step: number): void;
}

/** 2.50, 2.75, 3.00: as many decimals as the finest of them needs. */
function sameDecimals(_: uPlot, splits: number[]): string[] {
  const decimals = Math.max(...splits.map((value) => (String(value).split('.')[1] ?? '').length));
  return splits.map((value) => value.toFixed(Math.min(decimals, 4)));
}

export class LossChart {
  private readonly box: HTMLElement;
  private readonly events: ChartEvents;
  private plot: uPlot | null = null;
  private curve: Curve | null = null;
  private font = '';

  constructor(box: HTMLElement, events: ChartEvents) {
    this.box = box;
    this.events = events;
    new ResizeObserver(() => {
      this.resize();
    }).observe(box);
  }

  draw(curve: Curve): void {
    const rescaled = this.curve?.scale !== curve.scale;
    this.curve = curve;
    if (this.plot === null) this.build();
    else if (rescaled) this.rebuild();
    else this.plot.setData(this.data(curve));
  }

  /** After a change of theme or scale: uPlot keeps its colours and axes. */
  rebuild(): void {
    if (this.curve === null) return;
    this.plot?.destroy();
    this.plot = null;
    this.build();
  }

  private data({ steps, losses, scale }: Curve): uPlot.AlignedData {
    return [scale === 'linear' ? steps : steps.map((step) => toAxis(step, scale)), losses];
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

  private last(): number {
    return this.curve === null ? 0 : lastShown(this.curve.lastStep, this.curve.past);
  }

  private xAxis(): Partial<uPlot.Axis> {
    if (this.curve?.scale !== 'log') return { values: (_, splits) => splits.map(count) };
    return {
      splits: () => powerSteps(this.last()).map((step) => toAxis(step, 'log')),
      values: (_, splits) => splits.map((x) => count(Math.round(fromAxis(x, 'log')))),
    };
  }

  private build(): void {
    const { curve } = this;
    if (curve === null || this.box.clientWidth === 0) return;
    const ink = computedColour('muted');
    const line = computedColour('line');
    this.font = getComputedStyle(this.box).fontFamily;
    const axis = {
      stroke: ink,
      font: `12px ${this.font}`,
      grid: { stroke: line, width: 1 },
      ticks: { stroke: line, width: 1, size: 4 },
    };
    const withMarks = (draw: (plot: uPlot, all: Marks) => void) => (plot: uPlot) => {
      if (this.curve !== null) draw(plot, { ...this.curve, font: this.font });
    };
    const options: uPlot.Options = {
      ...this.size(),
      legend: { show: false },
      cursor: { y: false, drag: { x: false, y: false }, points: { size: 7 } },
      scales: {
        x: { time: false, range: () => axisRange(this.last(), this.curve?.scale ?? 'linear') },
        y: { range: (plot, low, high) => this.lossRange(plot, low, high) },
      },
      axes: [
        { ...axis, size: 26, gap: 4, ...this.xAxis() },
        { ...axis, size: 44, gap: 4, space: 28, values: sameDecimals },
      ],
      series: [{}, { stroke: computedColour('learned'), width: 2, points: { show: false } }],
      hooks: {
        drawAxes: [withMarks(marks.drawPast), withMarks(marks.drawChanges)],
        draw: [
          withMarks(marks.drawFloors),
          withMarks((plot, all) => {
            marks.drawPlace(plot, all, (this.curve?.lastStep ?? 0) > all.step);
          }),
        ],
        setCursor: [
          (plot) => {
            this.events.hover(plot.cursor.idx ?? null);
          },
        ],
      },
    };
    this.plot = new uPlot(options, this.data(curve), this.box);
    this.plot.root.setAttribute('aria-hidden', 'true');
    this.plot.over.addEventListener('click', () => {
      this.press();
    });
  }

  private press(): void {
    const { plot, curve } = this;
    const left = plot?.cursor.left ?? -1;
    if (plot === null || curve === null || left < 0) return;
    const step = Math.round(fromAxis(plot.posToVal(left, 'x'), curve.scale));
    this.events.press(Math.min(curve.lastStep, Math.max(0, step)));
  }

  /** Room for the curves, every floor, and the floors' names under the lowest. */
  private lossRange(plot: uPlot, low: number | null, high: number | null): [number, number] {
    const levels = (this.curve?.floors ?? []).map((floor) => floor.value).filter(Number.isFinite);
    const bottom = Math.min(low ?? Infinity, ...levels);
    const own = Math.max(high ?? -Infinity, ...levels);
    if (!Number.isFinite(bottom) || !Number.isFinite(own)) return [0, 1];
    // A run of the past that went astray does not press this one flat.
    const past = (this.curve?.past ?? []).map((run) => Math.max(...run.historyLosses));
    const top = Math.max(own, ...past.map((loss) => Math.min(loss, own + (own - bottom) * 0.25)));
    const height = Math.max(80, plot.height - 40);
    const under = Math.min(0.5, ((levels.length - 1) * marks.labelHeight + 14) / height);
    const span = Math.max(top - bottom, 1e-3);
    return [bottom - (span * under) / (1 - under), top + span * 0.09];
  }
}
