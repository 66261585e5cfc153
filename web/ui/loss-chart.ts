// The loss curve, with what belongs on it. Gets data and draws; says which point is under the pointer,
// and which step was pressed.
import { count } from '../text/format.ts';
import { computedColour, el } from './dom.ts';
import * as marks from './loss-marks.ts';
import type { Marks } from './loss-marks.ts';
import { axisRange, fromAxis, lastShown, powerSteps, toAxis } from './loss-scale.ts';
import { decimalsOf, nearest, Plot, roundTicks } from './plot.ts';
import type { Range, Tick } from './plot.ts';

/** The points of the curve, and what is marked beside it. */
export interface Curve extends Omit<Marks, 'font'> {
  steps: Float64Array;
  losses: Float64Array;
  lastStep: number;
}

/** What happens to the chart. */
export interface ChartEvents {
  hover(index: number | null): void;
  press(step: number): void;
}

/** Room for a number of the axes, and for one line of the other. */
const numberWidth = 70;
const lineHeight = 28;

/** A chart that is given curves and draws them. */
export class LossChart {
  private readonly box: HTMLElement;
  private readonly events: ChartEvents;
  private readonly plot: Plot;
  private curve: Curve | null = null;
  /** Where the pointer is, in CSS pixels of the canvas. */
  private pointer: number | null = null;

  constructor(box: HTMLElement, events: ChartEvents) {
    this.box = box;
    this.events = events;
    const canvas = el('canvas', { attrs: { 'aria-hidden': 'true' } });
    this.plot = new Plot(canvas);
    box.append(canvas);
    canvas.addEventListener('pointermove', ({ offsetX }) => {
      this.pointAt(offsetX);
    });
    for (const gone of ['pointerleave', 'pointercancel'] as const) {
      canvas.addEventListener(gone, () => {
        this.pointAt(null);
      });
    }
    canvas.addEventListener('click', ({ offsetX }) => {
      this.press(offsetX);
    });
    new ResizeObserver(() => {
      this.paint();
    }).observe(box);
  }

  draw(curve: Curve): void {
    this.curve = curve;
    this.paint();
  }

  /** After a change of theme. */
  restyle(): void {
    this.paint();
  }

  private pointAt(x: number | null): void {
    this.pointer = x;
    this.paint();
  }

  private press(x: number): void {
    const { curve } = this;
    if (curve === null) return;
    const step = Math.round(fromAxis(this.plot.valueAt(x), curve.scale));
    this.events.press(Math.min(curve.lastStep, Math.max(0, step)));
  }

  private hovered({ steps, scale }: Curve): number | null {
    if (this.pointer === null) return null;
    return nearest(steps, fromAxis(this.plot.valueAt(this.pointer), scale));
  }

  private paint(): void {
    const { curve, plot } = this;
    if (curve === null) return;
    const { clientWidth: width, clientHeight: height } = this.box;
    if (width === 0 || height === 0) return;
    plot.begin(width, height);
    const last = lastShown(curve.lastStep, curve.past);
    const xs = axisRange(last, curve.scale);
    const ys = this.lossRange(curve);
    plot.setRanges(xs, ys);
    const { fontFamily } = getComputedStyle(this.box);
    const font = `12px ${fontFamily}`;
    const all: Marks = { ...curve, font: fontFamily };
    const ink = { text: computedColour('muted'), line: computedColour('line'), font };
    plot.drawAxes(this.stepTicks(xs, last, curve), this.lossTicks(ys), ink);
    marks.drawPast(plot, all);
    marks.drawChanges(plot, all);
    this.drawCurve(curve);
    marks.drawFloors(plot, all);
    marks.drawPlace(plot, all, curve.lastStep > curve.step);
    const under = this.hovered(curve);
    if (under !== null) {
      const x = plot.x(toAxis(curve.steps[under] ?? 0, curve.scale));
      marks.drawPointer(plot, x, plot.y(curve.losses[under] ?? 0));
    }
    this.events.hover(under);
  }

  private stepTicks(range: Range, last: number, { scale }: Curve): Tick[] {
    const most = Math.max(2, Math.floor(this.plot.box.width / numberWidth));
    if (scale === 'linear') {
      return roundTicks(range, most, 1).map((value) => ({ value, label: count(value) }));
    }
    const powers = powerSteps(last);
    const every = Math.ceil(powers.length / most);
    return powers
      .filter((_, i) => i % every === 0)
      .map((step) => ({ value: toAxis(step, 'log'), label: count(step) }));
  }

  private lossTicks(range: Range): Tick[] {
    const values = roundTicks(range, Math.max(2, Math.floor(this.plot.box.height / lineHeight)));
    const decimals = decimalsOf(values);
    return values.map((value) => ({ value, label: value.toFixed(decimals) }));
  }

  private drawCurve({ steps, losses, scale }: Curve): void {
    const { plot } = this;
    plot.clipped(() => {
      const { ctx } = plot;
      ctx.strokeStyle = computedColour('learned');
      ctx.lineWidth = 2;
      ctx.lineJoin = 'round';
      ctx.beginPath();
      steps.forEach((step, i) => {
        ctx.lineTo(plot.x(toAxis(step, scale)), plot.y(losses[i] ?? 0));
      });
      ctx.stroke();
    });
  }

  /** Room for the curves, every floor, and the floors' names under the lowest. */
  private lossRange({ losses, floors, past }: Curve): Range {
    const levels = floors.map((floor) => floor.value).filter(Number.isFinite);
    const known = losses.filter(Number.isFinite);
    const bottom = Math.min(least(known), ...levels);
    const own = Math.max(greatest(known), ...levels);
    if (!Number.isFinite(bottom) || !Number.isFinite(own)) return [0, 1];
    // A run of the past that went astray does not press this one flat.
    const pastTops = past.map((run) => greatest(run.historyLosses));
    const top = Math.max(
      own,
      ...pastTops.map((loss) => Math.min(loss, own + (own - bottom) * 0.25)),
    );
    const height = Math.max(80, this.plot.box.height);
    const under = Math.min(0.5, ((levels.length - 1) * marks.labelHeight + 14) / height);
    const span = Math.max(top - bottom, 1e-3);
    return [bottom - (span * under) / (1 - under), top + span * 0.09];
  }
}

// A history is too long for the arguments of Math.min.
const least = (values: Float64Array): number =>
  values.reduce((found, value) => Math.min(found, value), Infinity);
const greatest = (values: Float64Array): number =>
  values.reduce((found, value) => Math.max(found, value), -Infinity);
