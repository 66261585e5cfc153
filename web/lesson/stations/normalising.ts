// Station 3: normalising, and the broadcasting trap.
import type { State } from '../../state/state.ts';
import { fixed, loss } from '../../text/format.ts';
import { boundary, tokenLabel } from '../../text/labels.ts';
import { el, setText } from '../../ui/dom.ts';
import { Asker } from '../asker.ts';
import {
  bars,
  choice,
  controls,
  figure,
  figures,
  nameLine,
  play,
  rowsTable,
  tokenChoice,
} from '../parts.ts';
import { aside, claim, code, formula, frac, heading, p, sub, sumOver } from '../prose.ts';
import type { BuildStation } from '../station.ts';

type Way = 'rows' | 'columns';
const nearlyOne = 1e-9;
const namesShown = 6;
const rowsShown = 8;

/** The station's builder. */
export const station: BuildStation = (kit) => {
  const { actions } = kit;
  let state: State | null = null;
  let way: Way = 'rows';
  const ways = choice<Way>(
    'normalising-way',
    'Divide every count by the total of',
    [
      { value: 'rows', text: 'its row, as meant' },
      { value: 'columns', text: 'its column, the trap' },
    ],
    (value) => {
      way = value;
      redraw();
    },
  );
  const row = tokenChoice('normalising-row', 'Row', (token) => {
    actions.point({ from: token, to: state?.cell?.to ?? boundary });
  });
  const chart = bars('counted', 'The row after dividing');
  const sum = figure('this row adds up to');
  const naive = figure('mean −ln of the entries');
  const real = figure('loss of what is drawn from');
  const sums = rowsTable('Row totals under both divisions', ['row', 'by rows', 'by columns']);
  const names = nameLine('Names from it', '');
  const ones = claim();
  const rises = claim();
  const shapes = rowsTable(
    'The broadcasting rule on the two shapes',
    ['', 'N', 'the totals', 'how they are lined up', 'result'],
    'shapes',
  );
  const asker = new Asker<'trap'>(kit, redraw);
  const rule = el('p');

  function redraw(): void {
    ways.draw(way);
    const { told } = asker;
    if (state?.list == null || state.counted === null || told === null) return;
    const { alphabet, counts } = state.list;
    const size = alphabet.length;
    if (told.rowSums.length !== size) return;
    const from = state.cell?.from ?? 0;
    row.draw(alphabet, from);
    const trap = way === 'columns';
    const plain = (told.countedRowSums[from] ?? 0).toFixed(4);
    const part = trap
      ? told.probabilities.slice(from * size, (from + 1) * size)
      : state.counted.smoothing === 0
        ? state.counted.probabilities.slice(from * size, (from + 1) * size)
        : counts.slice(from * size, (from + 1) * size);
    chart.draw(alphabet, part, state.cell?.to ?? null);
    sum.draw(trap ? fixed(told.rowSums[from] ?? 0, 4) : plain);
    naive.draw(`${loss(trap ? told.loss : told.countedLoss)} nats`);
    real.draw(`${loss(trap ? told.renormalisedLoss : told.countedLoss)} nats`);
    names.draw(trap ? told.trapped : told.counted);
    const first = Math.max(0, Math.min(from - 3, size - rowsShown));
    const shown = alphabet.map((_, token) => token).slice(first, first + rowsShown);
    sums.draw(
      shown.map((token) => [
        tokenLabel(alphabet, token),
        fixed(told.countedRowSums[token] ?? 0, 4),
        fixed(told.rowSums[token] ?? 0, 4),
      ]),
      shown.indexOf(from),
    );
    const current = trap ? told.rowSums : told.countedRowSums;
    const worst = current.reduce((most, value) => Math.max(most, Math.abs(value - 1)), 0);
    ones.draw(
      worst < nearlyOne,
      worst < nearlyOne
        ? `All ${size} rows add up to 1.`
        : `Rows do not add up to 1: the worst is off by ${fixed(worst, 4)}. Every column does.`,
    );
    const gap = told.renormalisedLoss - told.countedLoss;
    rises.draw(
      gap > 0,
      `Drawn from the trap, the loss is ${loss(told.renormalisedLoss)} instead of ${loss(told.countedLoss)}: ${fixed(gap, 4)} nats worse.`,
    );
    setText(
      rule,
      `Shapes are compared from the right. A missing dimension counts as 1, and a 1 is stretched to the size it meets.`,
    );
    shapes.draw([
      [
        'keepdim=True',
        `${size} × ${size}`,
        `${size} × 1`,
        `${size} × 1: one total a row, copied across`,
        'each count over its row’s total',
      ],
      [
        'without',
        `${size} × ${size}`,
        `${size}`,
        `1 × ${size}: the same totals laid along the columns, copied down`,
        'each count over its column’s total',
      ],
    ]);
  }

  function draw(next: State): void {
    const before = state;
    const changed =
      before === null ||
      next.cell !== before.cell ||
      next.list !== before.list ||
      next.counted !== before.counted;
    state = next;
    if (next.list === null) return;
    const { nameSeed: seed, sampler } = next.settings;
    asker.ask({ about: 'trap', seed, sampler, names: namesShown }, next.list);
    if (changed) redraw();
  }

  const root = el(
    'div',
    {},
    p(
      'A row of counts says how often. Divide it by its total and it says how likely: numbers from 0 to 1 that add up to 1, a *probability distribution* over what comes next. Each row becomes one.',
    ),
    formula(
      sub('P', ['i', 'j']),
      '=',
      frac(sub('N', ['i', 'j']), [sumOver('k'), sub('N', ['i', 'k'])]),
    ),
    heading('The broadcasting trap'),
    p(
      'In PyTorch this is one line, and one word decides whether it is right. `N.sum(1)` adds along each row. With `keepdim=True` the totals stand upright, one beside each row. Without it they are a plain vector, and the division takes them for the totals of the columns. Nothing warns you.',
    ),
    code(
      'P = N / N.sum(1, keepdim=True)   # each row by its own total',
      'P = N / N.sum(1)                 # looks the same, divides columns',
    ),
    rule,
    shapes.root,
    play(
      controls(ways.root, row.root),
      chart.root,
      figures(sum, naive, real),
      names.root,
      asker.problem.root,
      ones.root,
      rises.root,
    ),
    p('Row totals, under both divisions:'),
    sums.root,
    aside(
      'The loss of the table alone does not give the mistake away.',
      'A sign is left as often as it is reached, so row totals and column totals are the same numbers. Over the whole list the same totals are divided out, only in another order, and the mean of −ln comes out exactly the same. But the rows are no distributions. A sampler has to rescale them before it can draw, and what it then draws from loses more. Check that rows add up to 1; do not trust the loss.',
    ),
  );
  return { root, draw };
};
