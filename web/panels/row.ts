// The cell that is pointed at, in words, and the row it lies in as bars: which letters follow this one.
// Draws; counts nothing.
import type { Actions } from '../control/actions.ts';
import type { CountedList, CountModel, TrainingState } from '../messages/protocol.ts';
import type { Cell, State } from '../state/state.ts';
import { count, fixed, signed } from '../text/format.ts';
import { axisLabel, spokenLabel, tokenLabel } from '../text/labels.ts';
import { button, el, setText, show } from '../ui/dom.ts';
import { askMark, term } from '../ui/meaning.ts';
import { pairLabel } from '../ui/pair.ts';
import { RowChart } from '../ui/row-chart.ts';
import type { Twin } from '../ui/table-twin.ts';
import { OrderMemory, rowTotals } from '../ui/token-order.ts';
import { twinDoor } from '../ui/twin-door.ts';
import '../styles/row.css';

interface Shown {
  list: CountedList;
  counted: CountModel;
  run: TrainingState;
}

interface Figures {
  count: number;
  rowTotal: number;
  counted: number;
  learned: number;
}

function figuresAt({ list, counted, run }: Shown, totals: Float64Array, at: Cell): Figures {
  const i = at.from * list.alphabet.length + at.to;
  return {
    count: list.counts[i] ?? 0,
    rowTotal: totals[at.from] ?? 0,
    counted: counted.probabilities[i] ?? 0,
    learned: run.probabilities[i] ?? 0,
  };
}

const words = (f: Figures) => ({
  counted: `${fixed(f.counted, 4)} (${count(f.count)} of ${count(f.rowTotal)})`,
  learned: fixed(f.learned, 4),
  difference: signed(f.learned - f.counted),
});

/** The panel, in its place on the page. */
export function rowPanel(root: HTMLElement, actions: Actions, announce: (text: string) => void) {
  let shown: Shown | null = null;
  let cell: Cell | null = null;
  let totals: Float64Array = new Float64Array();
  let labels: string[] = [];
  const order = new OrderMemory();

  const hint = el('span', {
    class: 'hint',
    text: 'Point at a cell or tap it, or move with the arrow keys.',
  });
  const pair = pairLabel();
  const countedText = el('span');
  const learnedText = el('span');
  const differenceText = el('span');
  const known = el(
    'span',
    {},
    pair.root,
    ': ',
    el('span', { class: 'counted-text' }, term('counted', 'countedProbability'), ' ', countedText),
    ', ',
    el('span', { class: 'learned-text' }, term('learned', 'learnedProbability'), ' ', learnedText),
    ', ',
    el('span', {}, term('difference', 'difference'), ' ', differenceText),
  );
  const readout = el('p', { class: 'readout', attrs: { id: 'readout' } }, hint, known);
  const chart = new RowChart((to) => {
    actions.point({ from: cell?.from ?? 0, to });
  });
  const after = el('bdi');
  const caption = el('span', {}, 'After ', after);
  const choice = el('select', { attrs: { id: 'row-of' } });
  choice.addEventListener('change', () => {
    actions.point({ from: Number(choice.value), to: cell?.to ?? 0 });
    // The page draws it within a frame; the table need not wait.
    cell = { from: Number(choice.value), to: cell?.to ?? 0 };
    twin.refresh();
  });
  const twin = twinDoor(
    'Which letter follows which, as a table',
    makeTwin,
    actions.refuse,
    el(
      'p',
      { class: 'twin-choice' },
      el('label', { text: 'After', attrs: { for: 'row-of' } }),
      choice,
    ),
  );
  const asTable = button(
    'As a table',
    () => {
      choice.value = String(cell?.from ?? 0);
      twin.open();
    },
    { class: 'quiet-button', attrs: { id: 'row-table' } },
  );
  root.append(
    readout,
    el(
      'figure',
      { class: 'row-figure' },
      el('figcaption', {}, caption, askMark('Bars of the row', 'row'), asTable),
      chart.root,
    ),
  );

  function makeTwin(): Twin | null {
    if (shown === null) return null;
    const { alphabet } = shown.list;
    const from = cell?.from ?? 0;
    const here = shown;
    const at = (row: number, to: number) => figuresAt(here, totals, { from: row, to });
    const name = (token: number) => tokenLabel(alphabet, token);
    const tokens = alphabet.map((_, token) => token);
    const every = tokens.flatMap((row) =>
      tokens.map((to) => {
        const f = at(row, to);
        const difference = f.learned - f.counted;
        return [name(row), name(to), f.count, f.rowTotal, f.counted, f.learned, difference];
      }),
    );
    return {
      caption: `After ${spokenLabel(alphabet, from)}, at step ${count(here.run.step)}: ${fixed(here.run.divergence[from] ?? 0, 4)} nats between the two rows. The copy holds all pairs.`,
      columns: [
        'Then',
        term('Count', 'pairCount'),
        term('Counted', 'countedProbability'),
        term('Learned', 'learnedProbability'),
        term('Difference', 'difference'),
      ],
      rows: tokens.map((to) => {
        const f = at(from, to);
        return [
          name(to),
          count(f.count),
          fixed(f.counted, 4),
          fixed(f.learned, 4),
          signed(f.learned - f.counted),
        ];
      }),
      csv: [['from', 'to', 'count', 'row_total', 'counted', 'learned', 'difference'], ...every],
    };
  }

  function drawReadout(): void {
    show(hint, cell === null && shown !== null);
    show(known, cell !== null && shown !== null);
    if (cell === null || shown === null) return;
    const { alphabet } = shown.list;
    pair.draw(tokenLabel(alphabet, cell.from), tokenLabel(alphabet, cell.to));
    const { counted, learned, difference } = words(figuresAt(shown, totals, cell));
    setText(countedText, counted);
    setText(learnedText, learned);
    setText(differenceText, difference);
  }

  function drawChart({ view }: State): void {
    if (shown === null) return;
    const { list, counted, run } = shown;
    const from = cell?.from ?? 0;
    setText(after, tokenLabel(list.alphabet, from));
    chart.draw({
      counted: counted.probabilities,
      learned: run.probabilities,
      size: list.alphabet.length,
      from,
      to: cell?.to ?? null,
      labels,
      order: order.of(view.order, totals),
    });
  }

  function newList({ alphabet, counts }: CountedList): void {
    totals = rowTotals(counts, alphabet.length);
    labels = alphabet.map((_, token) => axisLabel(alphabet, token));
    choice.replaceChildren(
      ...alphabet.map((_, token) =>
        el('option', { text: tokenLabel(alphabet, token), attrs: { value: String(token) } }),
      ),
    );
  }

  chart.restyle();
  drawReadout();
  let drawn: State | null = null;
  let spoken: Cell | null = null;

  return {
    restyle: () => {
      chart.restyle();
    },
    draw(state: State): void {
      const { list, counted, run, view } = state;
      if (list === null || counted === null || run === null) return;
      const same =
        drawn !== null &&
        drawn.list === list &&
        drawn.counted === counted &&
        drawn.run === run &&
        drawn.cell === state.cell &&
        drawn.view === view;
      if (same) return;
      if (list !== drawn?.list) newList(list);
      drawn = state;
      shown = { list, counted, run };
      ({ cell } = state);
      drawReadout();
      drawChart(state);
      // Keys move the cell; whoever cannot see it hears where it went. Pointers need no telling.
      const byKeys = document.activeElement?.classList.contains('map') === true;
      if (byKeys && cell !== null && cell !== spoken) {
        const f = words(figuresAt(shown, totals, cell));
        const [from, to] = [cell.from, cell.to].map((token) => spokenLabel(list.alphabet, token));
        announce(
          `${from} → ${to}: counted ${f.counted}, learned ${f.learned}, difference ${f.difference}`,
        );
      }
      spoken = cell;
    },
  };
}
