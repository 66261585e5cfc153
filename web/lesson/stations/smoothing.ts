// Station 9: smoothing is regularisation.
import { ladder } from '../../state/settings.ts';
import type { State } from '../../state/state.ts';
import { count, fixed, loss, setting } from '../../text/format.ts';
import { spokenLabel } from '../../text/labels.ts';
import { el } from '../../ui/dom.ts';
import { modelMark } from '../../ui/model-mark.ts';
import { Asker } from '../asker.ts';
import { bars, button, controls, figure, figures, play, tokenChoice } from '../parts.ts';
import { aside, claim, formula, frac, p, sub, sumOver, sup } from '../prose.ts';
import { slider } from '../slider.ts';
import type { BuildStation } from '../station.ts';

const smoothings = [0, ...ladder(0.01, 1e9)];
const weights = [0, ...ladder(0.0001, 1e6)];
const extreme = { smoothing: 1e9, l2: 1e6 };
const usual = { smoothing: 1, l2: 0.01 };
/** In probability. */
const flat = 1e-3;

const spread = (row: Float64Array): number =>
  row.reduce((most, value) => Math.max(most, Math.abs(value - 1 / row.length)), 0);

/** The station's builder. */
export const station: BuildStation = (kit) => {
  const { actions } = kit;
  let state: State | null = null;
  const set = { ...usual };
  const asker = new Asker<'flatten'>(kit, redraw);
  const again = () => {
    if (state !== null) draw(state);
  };
  const row = tokenChoice('smoothing-row', 'Row', (token) => {
    actions.point({ from: token, to: state?.cell?.to ?? 0 });
  });
  const smoothing = slider({
    id: 'smoothing-a',
    label: 'Smoothing, for the counted table',
    unit: 'added to each count',
    standard: usual.smoothing,
    stops: smoothings,
    change(value) {
      set.smoothing = value;
      again();
    },
  });
  const l2 = slider({
    id: 'smoothing-l2',
    label: 'L2, for the learned table',
    unit: '× mean of W²',
    standard: usual.l2,
    stops: weights,
    change(value) {
      set.l2 = value;
      again();
    },
  });
  const both = (to: typeof usual) => () => {
    Object.assign(set, to);
    smoothing.draw(set.smoothing);
    l2.draw(set.l2);
    again();
  };
  const none = button('Neither', both({ smoothing: 0, l2: 0 }));
  const much = button('Both to the extreme', both(extreme));
  const charts = {
    counted: bars('counted', 'Counted row'),
    learned: bars('learned', 'Learned row'),
  };
  const countedLoss = figure('loss, counted');
  const learnedLoss = figure('loss, learned');
  const countedSpread = figure('furthest from 1/V, counted');
  const learnedSpread = figure('furthest from 1/V, learned');
  const uniform = claim();

  function redraw(): void {
    const { told } = asker;
    if (state?.list == null || told === null) return;
    const { alphabet, uniformLoss } = state.list;
    if (told.counted.length !== alphabet.length) return;
    const marked = state.cell?.to ?? null;
    charts.counted.draw(alphabet, told.counted, marked);
    charts.learned.draw(alphabet, told.learned, marked);
    countedLoss.draw(`${loss(told.countedLoss)} nats`);
    learnedLoss.draw(`${loss(told.learnedLoss)} nats`);
    const [first, second] = [spread(told.counted), spread(told.learned)];
    countedSpread.draw(fixed(first, 4));
    learnedSpread.draw(fixed(second, 4));
    const done = first < flat && second < flat;
    const words = `After ${count(told.steps)} steps with L2 ${setting(set.l2)}, and with ${setting(set.smoothing)} added to each count`;
    uniform.draw(
      done ? true : null,
      done
        ? `${words}, both rows are uniform: 1/${alphabet.length} everywhere, and the loss of both is ln ${alphabet.length} = ${loss(uniformLoss)}.`
        : `${words}, the row after ${spokenLabel(alphabet, state.cell?.from ?? Math.min(1, alphabet.length - 1))} is still up to ${fixed(Math.max(first, second), 4)} away from uniform.`,
    );
  }

  function draw(next: State): void {
    const pointed = next.cell !== state?.cell;
    state = next;
    if (next.list === null) return;
    const from = next.cell?.from ?? Math.min(1, next.list.alphabet.length - 1);
    row.draw(next.list.alphabet, from);
    asker.ask({ about: 'flatten', ...set, row: from }, next.list, next.settings.weightsSeed);
    if (pointed) redraw();
  }

  const root = el(
    'div',
    {},
    p(
      'Smoothing adds the same number to every count before dividing. A pair never seen then has a small probability instead of none. Add a little, and hardly anything changes; add a great deal, and the true counts drown in it.',
    ),
    formula(
      sub('P', ['i', 'j']),
      '=',
      frac(
        [sub('N', ['i', 'j']), '+', 'a'],
        [sumOver('k'), '(', sub('N', ['i', 'k']), '+', 'a', ')'],
      ),
    ),
    p(
      'The network has no counts to add to. But when all its weights are zero, all logits are equal, and softmax makes them uniform. So add to the loss what pulls the weights to zero: λ times the mean of their squares. This is *L2 regularisation*, and it does for the weights what smoothing does for the counts.',
    ),
    formula(
      'loss',
      '=',
      '−',
      frac('1', 'n'),
      sumOver('pairs'),
      'ln',
      sub('P', ['i', 'j']),
      '+',
      'λ',
      frac([sumOver(['i', 'j']), sup(sub('W', ['i', 'j']), '2')], sup('V', '2')),
    ),
    p(
      'Move both. The learned row is trained anew each time, from the same starting weights, on the side: the workbench keeps its own settings.',
    ),
    play(
      controls(row.root, smoothing.root, l2.root),
      controls(none, much),
      el(
        'div',
        { class: 'two-charts' },
        el('div', {}, modelMark('counted'), charts.counted.root),
        el('div', {}, modelMark('learned'), charts.learned.root),
      ),
      figures(countedLoss, learnedLoss, countedSpread, learnedSpread),
      uniform.root,
      asker.problem.root,
    ),
    aside(
      'Alike, but not the same.',
      'Smoothing weighs more in rows with few pairs, and so does L2, but no λ gives exactly the table of some a. What they share is the direction, from what the list says towards knowing nothing.',
    ),
  );
  return { root, draw };
};
