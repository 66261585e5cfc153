// What is drawn on the loss chart besides the curve: floors and their names, runs of the past, the
// places where a setting changed, and the step one is at. Paints on the chart's canvas.
import type { PastRun, RunChange } from '../messages/protocol.ts';
import { computedColour } from './dom.ts';
import { floorLabel, spread } from './floors.ts';
import type { Floor } from './floors.ts';
import { changeWords, toAxis } from './loss-scale.ts';
import type { StepScale } from './loss-scale.ts';
import { sharp } from './plot.ts';
import type { Plot } from './plot.ts';

/** Of a line of the marks' text, in CSS pixels. */
export const labelHeight = 17;
/** What past runs are called, the newest first. */
export const pastLetters = ['a', 'b', 'c', 'd'] as const;
const pastDashes = [[], [6, 3], [2, 3], [8, 3, 2, 3]] as const;

/** All that stands beside the curve. */
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

/** The floors as lines with their names. */
export function drawFloors(plot: Plot, { floors: all, font }: Marks): void {
  const { ctx, box } = plot;
  const floors = all.filter((floor) => Number.isFinite(floor.value));
  const lines = floors.map((floor) => plot.y(floor.value));
  // The uniform floor's name stands above its line, which the curve leaves first; the others below.
  const wanted = floors.map(
    (floor, i) => (lines[i] ?? 0) + (floor.colour === 'muted' ? -labelHeight : 4),
  );
  const tops = spread(wanted, labelHeight);
  ctx.save();
  ctx.font = `12px ${font}`;
  ctx.textAlign = 'right';
  ctx.textBaseline = 'top';
  ctx.lineJoin = 'round';
  floors.forEach((floor, i) => {
    const y = sharp(lines[i] ?? 0);
    ctx.strokeStyle = computedColour(floor.colour);
    ctx.lineWidth = 1;
    ctx.setLineDash(floor.dashed ? [4, 4] : []);
    ctx.beginPath();
    ctx.moveTo(box.left, y);
    ctx.lineTo(box.left + box.width, y);
    ctx.stroke();
  });
  ctx.setLineDash([]);
  floors.forEach((floor, i) => {
    const x = box.left + box.width - 2;
    const y = (tops[i] ?? 0) + 2;
    ctx.strokeStyle = computedColour('paper');
    ctx.lineWidth = 4;
    ctx.strokeText(floorLabel(floor), x, y);
    ctx.fillStyle = computedColour(floor.colour);
    ctx.fillText(floorLabel(floor), x, y);
  });
  ctx.restore();
}

/** Under the curve: faint lines, each with its letter at its end. */
export function drawPast(plot: Plot, { past, scale, font }: Marks): void {
  const { ctx, box } = plot;
  ctx.save();
  ctx.beginPath();
  ctx.rect(box.left, box.top, box.width, box.height);
  ctx.clip();
  ctx.strokeStyle = computedColour('edge');
  ctx.lineWidth = 1.2;
  past.forEach((run, i) => {
    ctx.setLineDash(pastDashes[i] ?? []);
    ctx.beginPath();
    let end: [number, number] = [0, 0];
    run.historySteps.forEach((step, j) => {
      const x = plot.x(toAxis(step, scale));
      const y = plot.y(run.historyLosses[j] ?? 0);
      ctx.lineTo(x, y);
      if (x <= box.left + box.width - 12) end = [x, y];
    });
    ctx.stroke();
    ctx.font = `italic 12px ${font}`;
    ctx.fillStyle = computedColour('muted');
    ctx.textBaseline = 'bottom';
    ctx.fillText(pastLetters[i] ?? '', end[0] + 3, end[1] - 2);
  });
  ctx.restore();
}

/** The steps at which a setting changed. */
export function drawChanges(plot: Plot, { changes, scale, font }: Marks): void {
  const { ctx, box } = plot;
  ctx.save();
  ctx.font = `11px ${font}`;
  ctx.textBaseline = 'top';
  ctx.fillStyle = computedColour('muted');
  ctx.strokeStyle = computedColour('muted');
  ctx.lineWidth = 1;
  ctx.setLineDash([2, 3]);
  let free = box.left;
  changes.forEach((change, i) => {
    if (i === 0) return;
    const x = sharp(plot.x(toAxis(change.step, scale)));
    ctx.beginPath();
    ctx.moveTo(x, box.top);
    ctx.lineTo(x, box.top + box.height);
    ctx.stroke();
    const words = changeWords(changes[i - 1], change);
    const { width } = ctx.measureText(words);
    const fits = x + width + 6 < box.left + box.width;
    const at = fits ? x + 4 : x - width - 4;
    // One over another cannot be read; the table has them all.
    if (at < free) return;
    ctx.fillText(words, at, box.top + 1);
    free = at + width + 4;
  });
  ctx.restore();
}

/** Where one is: a disc on the curve and, when the run goes on after it, a line through it. */
export function drawPlace(plot: Plot, { step, loss, scale }: Marks, rewound: boolean): void {
  const { ctx, box } = plot;
  const x = plot.x(toAxis(step, scale));
  const y = plot.y(loss);
  if (!Number.isFinite(y)) return;
  ctx.save();
  ctx.fillStyle = computedColour('learned');
  ctx.strokeStyle = computedColour('paper');
  if (rewound) {
    ctx.fillRect(Math.round(x), box.top, 1, box.height);
  }
  ctx.beginPath();
  ctx.arc(x, y, 4, 0, 2 * Math.PI);
  ctx.lineWidth = 1.5;
  ctx.fill();
  ctx.stroke();
  ctx.restore();
}

/** What the pointer is at: a line down to the steps, and a ring around the point. */
export function drawPointer({ ctx, box }: Plot, x: number, y: number): void {
  ctx.save();
  ctx.strokeStyle = computedColour('edge');
  ctx.lineWidth = 1;
  ctx.setLineDash([3, 3]);
  ctx.beginPath();
  ctx.moveTo(sharp(x), box.top);
  ctx.lineTo(sharp(x), box.top + box.height);
  ctx.stroke();
  if (Number.isFinite(y)) {
    ctx.setLineDash([]);
    ctx.fillStyle = computedColour('paper');
    ctx.strokeStyle = computedColour('learned');
    ctx.lineWidth = 2;
    ctx.beginPath();
    ctx.arc(x, y, 3.5, 0, 2 * Math.PI);
    ctx.fill();
    ctx.stroke();
  }
  ctx.restore();
}
