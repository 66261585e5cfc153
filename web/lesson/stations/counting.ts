// Station 2: counting.
import type { CountedList } from '../../messages/protocol.ts';
import type { Cell, State } from '../../state/state.ts';
import { count } from '../../text/format.ts';
import { boundary, spokenLabel, tokenLabel } from '../../text/labels.ts';
import { el } from '../../ui/dom.ts';
import { bars, controls, figure, figures, play, rowsTable, tokenChoice } from '../parts.ts';
import { claim, code, p } from '../prose.ts';
import type { BuildStation } from '../station.ts';

const topPairs = 8;

function totals(list: CountedList): { rows: Float64Array; columns: Float64Array } {
  const size = list.alphabet.length;
  const rows = new Float64Array(size);
  const columns = new Float64Array(size);
  list.counts.forEach((value, at) => {
    const from = Math.floor(at / size);
    rows[from] = (rows[from] ?? 0) + value;
    columns[at % size] = (columns[at % size] ?? 0) + value;
  });
  return { rows, columns };
}

/** The station's builder. */
export const station: BuildStation = ({ actions }) => {
  let list: CountedList | null = null;
  let cell: Cell | null = null;
  /** Choices may come faster than frames. */
  let chosen: Cell = { from: boundary, to: boundary };
  const point = (next: Cell) => {
    chosen = next;
    actions.point(next);
  };
  const from = tokenChoice('counting-from', 'After', (token) => {
    point({ ...chosen, from: token });
  });
  const to = tokenChoice('counting-to', 'comes', (token) => {
    point({ ...chosen, to: token });
  });
  const times = figure('times in the list');
  const row = figure('pairs in the row');
  const chart = bars('counted', 'Counts of the row');
  const top = rowsTable('The most frequent pairs', ['rank', 'after', 'comes', 'times']);
  const whole = claim();
  const balanced = claim();
  let sums: ReturnType<typeof totals> = { rows: new Float64Array(), columns: new Float64Array() };

  function drawList(next: CountedList): void {
    sums = totals(next);
    const { alphabet, counts, bigrams } = next;
    const size = alphabet.length;
    const order = Array.from(counts, (_, at) => at)
      .sort((a, b) => (counts[b] ?? 0) - (counts[a] ?? 0))
      .slice(0, topPairs);
    top.draw(
      order.map((at, i) => [
        String(i + 1),
        tokenLabel(alphabet, Math.floor(at / size)),
        tokenLabel(alphabet, at % size),
        count(counts[at] ?? 0),
      ]),
    );
    const all = sums.rows.reduce((sum, value) => sum + value, 0);
    const seen = counts.filter((value) => value > 0).length;
    whole.draw(
      all === bigrams,
      `The ${count(counts.length)} cells add up to ${count(all)}, one for each example. ${count(seen)} are above zero.`,
    );
    const even = sums.rows.every((value, token) => value === sums.columns[token]);
    balanced.draw(
      even,
      'Every row adds up to the same as its column: a sign is left as often as it is reached.',
    );
  }

  function draw(state: State): void {
    if (state.list === null) return;
    if (state.list === list && state.cell === cell) return;
    if (state.list !== list) drawList(state.list);
    ({ list, cell } = state);
    const { alphabet, counts } = state.list;
    const size = alphabet.length;
    chosen = cell ?? { from: boundary, to: boundary };
    const { from: first, to: second } = chosen;
    from.draw(alphabet, first);
    to.draw(alphabet, second);
    times.draw(count(counts[first * size + second] ?? 0));
    row.draw(`${count(sums.rows[first] ?? 0)} after ${spokenLabel(alphabet, first)}`);
    chart.draw(
      alphabet,
      counts.slice(first * size, (first + 1) * size),
      cell === null ? null : second,
    );
  }

  const root = el(
    'div',
    {},
    p(
      'Now count. Make a square table with a row and a column for every sign. Go through all pairs of all names; for each, add one in the row of the first sign and the column of the second. The table is called *N*.',
    ),
    code(
      'for name in names:',
      "    chs = ['.'] + list(name) + ['.']",
      '    for ch1, ch2 in zip(chs, chs[1:]):',
      '        N[stoi[ch1], stoi[ch2]] += 1',
    ),
    p('Choose a pair, here or in the tables above. The bars are the whole row of its first sign.'),
    play(controls(from.root, to.root), figures(times, row), chart.root, whole.root, balanced.root),
    p(
      'This table is all that a bigram model can know about the list. Two lists with the same table make the same model, whatever their names are. That is also why this page trains so quickly: it needs the table, not the names.',
    ),
    p('The pairs that come most often:'),
    top.root,
  );
  return { root, draw };
};
