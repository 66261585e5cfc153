// How far training has come: the loss in figures and words, and its curve. Draws; measures nothing.
import { el, setText } from '../dom.ts';
import { count, distance, loss } from '../format.ts';
import type { CountModel, TrainingState } from '../protocol.ts';
import type { State } from '../state.ts';
import { floorsOf } from '../ui/floors.ts';
import { LossChart } from '../ui/loss-chart.ts';
import type { Curve } from '../ui/loss-chart.ts';

/** The curve and, where the last recorded step is behind, the present one. */
function withTip(run: TrainingState): { steps: Float64Array; losses: Float64Array } {
  const { historySteps: steps, historyLosses: losses, step } = run;
  if (steps.at(-1) === step) return { steps, losses };
  return {
    steps: Float64Array.of(...steps, step),
    losses: Float64Array.of(...losses, run.loss),
  };
}

export function lossPanel(root: HTMLElement) {
  const figure = el('span', { class: 'figure', text: '–' });
  const words = el('span', { class: 'distance' });
  const without = el('span', { class: 'quiet' });
  const hovered = el('p', { class: 'hovered', attrs: { 'aria-hidden': 'true' } });
  const head = el(
    'div',
    { class: 'loss-head' },
    el('p', { class: 'loss-figure' }, figure, el('span', { class: 'unit', text: 'nats' })),
    el('p', { class: 'loss-words' }, words, without),
    hovered,
  );
  const box = el('div', { class: 'chart' });
  const summary = el('p', { class: 'visually-hidden' });
  root.append(head, box, summary);

  let curve: Curve | null = null;
  const chart = new LossChart(box, (index) => {
    const step = index === null ? undefined : curve?.steps[index];
    const value = index === null ? undefined : curve?.losses[index];
    const known = step !== undefined && value !== undefined;
    setText(hovered, known ? `step ${count(step)}: ${loss(value)}` : '');
  });

  let drawnRun: TrainingState | null = null;
  let drawnCounted: CountModel | null = null;

  function drawSummary(run: TrainingState, now: Curve): void {
    // While it runs, a summary would be out of date before it was read.
    if (run.training) return;
    const first = now.losses[0] ?? run.loss;
    const floors = now.floors.map((floor) => `${floor.name} ${loss(floor.value)}`).join(', ');
    setText(
      summary,
      `Chart: loss ${loss(first)} at step 0, ${loss(run.loss)} at step ${count(run.step)}. ` +
        `Floors: ${floors}.`,
    );
  }

  return {
    restyle: () => {
      chart.rebuild();
    },
    draw({ run, list, counted }: State): void {
      if (run === null || list === null || counted === null) return;
      if (run === drawnRun && counted === drawnCounted) return;
      drawnRun = run;
      drawnCounted = counted;
      curve = { ...withTip(run), floors: floorsOf(list, counted) };
      chart.draw(curve);
      setText(figure, loss(run.loss));
      const floor = counted.smoothing === 0 ? 'the count model' : 'the smoothed count model';
      setText(words, distance(run.loss, counted.loss, floor));
      setText(without, `${loss(run.dataLoss)} without L2`);
      drawSummary(run, curve);
    },
  };
}
