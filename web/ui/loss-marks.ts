// What is drawn on the loss chart besides the curve: floors and their names, runs of the past, the
// places where a setting changed, and the step one is at. Paints on the chart's canvas.
import uPlot from 'uplot';
import { computedColour } from '../dom.ts';
import type { PastRun, RunChange } from '../protocol.ts';
import { floorLabel, spread } from './floors.ts';
import type { Floor } from './floors.ts';
import { changeWords, toAxis } from './loss-scale.ts';
import type { StepScale } from './loss-scale.ts';

export const labelHeight = 17;
export const pastLetters = ['a', 'b', 'c', 'd'] as const;
const pastDashes = [[], [6, 3], [2, 3], [8, 3, 2, 3]] as const;

export interface Marks {
  floors: readonly Floor[];
  past: readonly PastRun[];
  changes: readonly RunChange[];
  /** Where the models on the page stand. */
  step: number;
  loss: number;
  scale: StepScale;
  font: string;
}

export function drawFloors(plot: uPlot, { floors: all, font }: Marks): void {
  const { ctx, bbox } = plot;
  const scale = uPlot.pxRatio;
  const floors = all.filter((floor) => Number.isFinite(floor.value));
  const lines = floors.map((floor) => plot.valToPos(floor.value, 'y', true));
  // The uniform floor's name stands above its line, which the curve leaves first; the others below.
  const wanted = floors.map(
    (floor, i) => (lines[i] ?? 0) + (floor.colour === 'muted' ? -labelHeight : 4) * scale,
  );
  const tops = spread(wanted, labelHeight * scale);
  ctx.save();
  ctx.font = `${12 * scale}px ${font}`;
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

/** Under the curve: faint lines, each with its letter at its end. */
export function drawPast(plot: uPlot, { past, scale, font }: Marks): void {
  const { ctx, bbox } = plot;
  const ratio = uPlot.pxRatio;
  ctx.save();
  ctx.beginPath();
  ctx.rect(bbox.left, bbox.top, bbox.width, bbox.height);
  ctx.clip();
  ctx.strokeStyle = computedColour('edge');
  ctx.lineWidth = 1.2 * ratio;
  past.forEach((run, i) => {
    ctx.setLineDash((pastDashes[i] ?? []).map((part) => part * ratio));
    ctx.beginPath();
    let end: [number, number] = [0, 0];
    run.historySteps.forEach((step, j) => {
      const x = plot.valToPos(toAxis(step, scale), 'x', true);
      const y = plot.valToPos(run.historyLosses[j] ?? 0, 'y', true);
      ctx.lineTo(x, y);
      if (x <= bbox.left + bbox.width - 12 * ratio) end = [x, y];
    });
    ctx.stroke();
    ctx.font = `italic ${12 * ratio}px ${font}`;
    ctx.fillStyle = computedColour('muted');
    ctx.textBaseline = 'bottom';
    ctx.fillText(pastLetters[i] ?? '', end[0] + 3 * ratio, end[1] - 2 * ratio);
  });
  ctx.restore();
}

export function drawChanges(plot: uPlot, { changes, scale, font }: Marks): void {
  const { ctx, bbox } = plot;
  const ratio = uPlot.pxRatio;
  ctx.save();
  ctx.font = `${11 * ratio}px ${font}`;
  ctx.textBaseline = 'top';
  ctx.fillStyle = computedColour('muted');
  ctx.strokeStyle = computedColour('muted');
  ctx.lineWidth = ratio;
  ctx.setLineDash([2 * ratio, 3 * ratio]);
  let free = bbox.left;
  changes.forEach((change, i) => {
    if (i === 0) return;
    const x = Math.round(plot.valToPos(toAxis(change.step, scale), 'x', true)) + 0.5;
    ctx.beginPath();
    ctx.moveTo(x, bbox.top);
    ctx.lineTo(x, bbox.top + bbox.height);
    ctx.stroke();
    const words = changeWords(changes[i - 1], change);
    const { width } = ctx.measureText(words);
    const fits = x + width + 6 * ratio < bbox.left + bbox.width;
    const at = fits ? x + 4 * ratio : x - width - 4 * ratio;
    // One over another cannot be read; the table has them all.
    if (at < free) return;
    ctx.fillText(words, at, bbox.top + 1);
    free = at + width + 4 * ratio;
  });
  ctx.restore();
}

/** Where one is: a disc on the curve and, when the run goes on after it, a line through it. */
export function drawPlace(plot: uPlot, { step, loss, scale }: Marks, rewound: boolean): void {
  const { ctx, bbox } = plot;
  const ratio = uPlot.pxRatio;
  const x = plot.valToPos(toAxis(step, scale), 'x', true);
  const y = plot.valToPos(loss, 'y', true);
  if (!Number.isFinite(y)) return;
  ctx.save();
  ctx.fillStyle = computedColour('learned');
  ctx.strokeStyle = computedColour('paper');
  if (rewound) {
    ctx.fillRect(Math.round(x), bbox.top, ratio, bbox.height);
  }
  ctx.beginPath();
  ctx.arc(x, y, 4 * ratio, 0, 2 * Math.PI);
  ctx.lineWidth = 1.5 * ratio;
  ctx.fill();
  ctx.stroke();
  ctx.restore();
}
