// How far training has come: the loss in figures and words, its curve, and the runs before this one.
// Draws; measures nothing.
import type { Actions } from '../control/actions.ts';
import type { CountModel, PastRun, TrainingState } from '../messages/protocol.ts';
import type { State } from '../state/state.ts';
import type { View } from '../state/view.ts';
import { count, distance, loss } from '../text/format.ts';
import { button, el, setText, show } from '../ui/dom.ts';
import { floorsOf } from '../ui/floors.ts';
import { later } from '../ui/later.ts';
import { LossChart } from '../ui/loss-chart.ts';
import type { Curve } from '../ui/loss-chart.ts';
import { pastLetters } from '../ui/loss-marks.ts';
import { runWords } from '../ui/loss-scale.ts';
import { askMark } from '../ui/meaning.ts';
import { wordSwitch } from '../ui/switch.ts';

/** The curve and, where the last recorded step is behind, the present one. */
function withTip(run: TrainingState): { steps: Float64Array; losses: Float64Array } {
  const { historySteps: steps, historyLosses: losses, step } = run;
  if ((steps.at(-1) ?? -1) >= step) return { steps, losses };
  return {
    steps: Float64Array.of(...steps, step),
    losses: Float64Array.of(...losses, run.loss),
  };
}

/** The panel, in its place on the page. */
export function lossPanel(root: HTMLElement, actions: Actions) {
  const figure = el('span', { class: 'figure', text: '–' });
  const words = el('span', { class: 'distance' });
  const without = el('span');
  const hovered = el('p', { class: 'hovered', attrs: { 'aria-hidden': 'true' } });
  const stepSwitch = wordSwitch<View['steps']>(
    'steps-scale',
    'Scale of the steps',
    [
      ['linear', 'linear'],
      ['log', 'log'],
    ],
    (steps) => {
      actions.setView({ steps });
    },
  );
  const twin = later(() => import('../ui/loss-twin.ts'), actions.refuse);
  const asTable = button(
    'As a table',
    () => {
      twin(({ openLossTwin }) => {
        openLossTwin(() => curve);
      });
    },
    {
      class: 'quiet-button',
      attrs: { id: 'loss-table' },
    },
  );
  const head = el(
    'div',
    { class: 'loss-head' },
    el(
      'p',
      { class: 'loss-figure' },
      figure,
      el('span', { class: 'unit', text: 'nats' }),
      askMark('Loss', 'loss'),
    ),
    el(
      'p',
      { class: 'loss-words' },
      el('span', {}, words, askMark('Distance', 'distance')),
      el('span', { class: 'quiet' }, without, askMark('Loss without L2', 'dataLoss')),
    ),
    el('div', { class: 'loss-tools' }, stepSwitch.root, asTable),
  );
  const past = el('ul', { class: 'past-runs', attrs: { 'aria-label': 'Earlier runs' } });
  const box = el('div', { class: 'chart' });
  const summary = el('p', { class: 'visually-hidden', attrs: { id: 'loss-summary' } });
  root.append(
    head,
    el('div', { class: 'chart-room' }, box, hovered, past, askMark('Chart', 'chart')),
    summary,
  );

  let curve: Curve | null = null;
  const chart = new LossChart(box, {
    hover(index) {
      const step = index === null ? undefined : curve?.steps[index];
      const value = index === null ? undefined : curve?.losses[index];
      const known = step !== undefined && value !== undefined;
      setText(hovered, known ? `step ${count(step)}: ${loss(value)}` : '');
    },
    press(step) {
      actions.seek(step);
    },
  });

  let drawnRun: TrainingState | null = null;
  let drawnCounted: CountModel | null = null;
  let drawnPast: PastRun[] | null = null;
  let drawnScale: View['steps'] | null = null;

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

  function drawPast(runs: PastRun[]): void {
    if (runs === drawnPast) return;
    drawnPast = runs;
    show(past, runs.length > 0);
    past.replaceChildren(
      ...runs.map((run, i) =>
        el(
          'li',
          {},
          el('i', { text: pastLetters[i] ?? '' }),
          ` ${runWords(run.changes)}: `,
          el('span', {
            class: 'numeric',
            text: `${loss(run.historyLosses.at(-1) ?? NaN)} at step ${count(run.lastStep)}`,
          }),
        ),
      ),
    );
  }

  drawPast([]);

  return {
    restyle: () => {
      chart.restyle();
    },
    draw({ run, list, counted, pastRuns, view }: State): void {
      if (run === null || list === null || counted === null) return;
      const sameRuns = run === drawnRun && pastRuns === drawnPast;
      if (sameRuns && counted === drawnCounted && view.steps === drawnScale) return;
      drawnRun = run;
      drawnCounted = counted;
      drawnScale = view.steps;
      drawPast(pastRuns);
      stepSwitch.draw(view.steps);
      past.classList.toggle('low', view.steps === 'log');
      curve = {
        ...withTip(run),
        floors: floorsOf(list, counted),
        lastStep: run.lastStep,
        past: pastRuns,
        changes: run.changes,
        step: run.step,
        loss: run.loss,
        scale: view.steps,
      };
      chart.draw(curve);
      setText(figure, loss(run.loss));
      const floor = counted.smoothing === 0 ? 'the count model' : 'the smoothed count model';
      setText(words, distance(run.loss, counted.loss, floor));
      setText(without, `${loss(run.dataLoss)} without L2`);
      drawSummary(run, curve);
    },
  };
}
