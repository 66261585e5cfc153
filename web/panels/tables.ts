// The two tables side by side, counted and learned, or what is between them: in probability, cell by
// cell, and in nats, row by row. Draws; counts nothing.
import type { Actions } from '../control/actions.ts';
import type { Cell, State } from '../state/state.ts';
import type { View } from '../state/view.ts';
import { fixed } from '../text/format.ts';
import { axisLabel } from '../text/labels.ts';
import type { subtracted } from '../ui/difference.ts';
import { button, computedColour, el, show } from '../ui/dom.ts';
import { HeatMap } from '../ui/heat-map.ts';
import { later } from '../ui/later.ts';
import { legend } from '../ui/legend.ts';
import { moved } from '../ui/map-keys.ts';
import { writtenCell } from '../ui/map-paint.ts';
import type { Palette } from '../ui/map-paint.ts';
import { term } from '../ui/meaning.ts';
import { modelMark } from '../ui/model-mark.ts';
import { parseColour, ramp } from '../ui/palette.ts';
import type { RowBars } from '../ui/row-bars.ts';
import { wordSwitch } from '../ui/switch.ts';
import { mapNames, spokenNames, stops, writing } from '../ui/table-figures.ts';
import type { MapName, Tables } from '../ui/table-figures.ts';
import { OrderMemory, rowTotals } from '../ui/token-order.ts';

const rampSteps = 256;
const largestZoom = 12;
interface Shown extends Tables {
  cell: Cell | null;
  view: View;
}

/** The panel, in its place on the page. */
export function tablesPanel(root: HTMLElement, actions: Actions) {
  let shown: Shown | null = null;
  /** Where the keys have come to; keys may be faster than frames. */
  let cursor: Cell | null = null;
  let labels: string[] = [];
  let totals: Float64Array = new Float64Array();
  let most = 1;
  let mostDifference = 1;
  let differences: Float64Array = new Float64Array();
  let zoom = 0;
  const orders = new OrderMemory();
  /** What only the difference shows; fetched when it is first looked at. */
  let between: { bars: RowBars; subtract: typeof subtracted } | null = null;
  const fetchBetween = later(() => import('../ui/difference.ts'), actions.refuse);

  const maps = mapNames.map((name) => {
    const map = new HeatMap(spokenNames[name], {
      point: (cell) => {
        actions.point(cell);
      },
      scrolled: (x, y) => {
        for (const other of maps) if (other.map !== map) other.map.scrollTo(x, y);
      },
      ...(name === 'difference'
        ? {
            painted: (frame) => {
              between?.bars.follow(frame);
            },
          }
        : {}),
    });
    map.root.setAttribute('aria-describedby', 'map-keys readout');
    map.root.addEventListener('keydown', (event) => {
      move(event, map);
    });
    const key = legend();
    const title = name === 'difference' ? term('Difference', 'difference') : modelMark(name);
    const caption = el('figcaption', {}, title, key.root);
    return {
      name,
      map,
      key,
      palette: null as Palette | null,
      figure: el('figure', {}, caption, map.root),
    };
  });
  const barsFigure = el(
    'figure',
    {},
    el(
      'figcaption',
      {},
      term('KL of each row', 'divergence'),
      el('span', { class: 'quiet', text: 'nats' }),
    ),
  );

  const viewSwitch = wordSwitch<View['tables']>(
    'tables-view',
    'What the maps show',
    [
      ['both', 'Both tables'],
      ['difference', 'Difference'],
    ],
    (tables) => {
      actions.setView({ tables });
    },
  );
  const orderSwitch = wordSwitch<View['order']>(
    'order',
    'Order of rows and columns',
    [
      ['code-point', 'code point'],
      ['frequency', 'frequency'],
    ],
    (order) => {
      actions.setView({ order });
    },
  );
  const written = button(
    'Numbers',
    () => {
      actions.setView({ cellText: shown?.view.cellText !== true });
    },
    {
      class: 'zoom',
      attrs: {
        id: 'cell-text',
        title: 'Pair and number in each cell',
      },
    },
  );
  const zoomButton = (text: string, label: string, by: number) =>
    button(
      text,
      () => {
        zoomTo(zoom + by);
      },
      { class: 'zoom', attrs: { 'aria-label': label, title: label } },
    );
  const smaller = zoomButton('−', 'Smaller cells', -1);
  const larger = zoomButton('+', 'Larger cells', 1);
  // As the page is first shown, so that nothing moves when the state comes.
  for (const { name, figure } of maps) show(figure, name !== 'difference');
  show(barsFigure, false);
  root.append(
    el('div', { class: 'map-tools' }, viewSwitch.root, orderSwitch.root, written, smaller, larger),
    el('div', { class: 'maps' }, ...maps.map(({ figure }) => figure), barsFigure),
    el('p', {
      class: 'visually-hidden',
      text: 'Rows are the letter before, columns the letter after. Arrow keys move, Home and End go along the row, plus and minus zoom.',
      attrs: { id: 'map-keys' },
    }),
  );

  const isShown = (name: MapName) =>
    (name === 'difference') === (shown?.view.tables === 'difference');
  const visible = () => maps.filter(({ name }) => isShown(name));
  const firstMap = () => visible()[0]?.map;

  function zoomTo(next: number): void {
    zoom = Math.min(largestZoom, Math.max(0, next));
    for (const { map } of maps) map.setZoom(zoom);
    smaller.disabled = zoom === 0;
    larger.disabled = zoom === largestZoom || (firstMap()?.atLargest ?? true);
    if (shown?.cell) firstMap()?.reveal(shown.cell);
  }

  /** Grows the cells until what is written in them can be read. */
  function zoomToWriting(): void {
    const map = firstMap();
    if (map === undefined) return;
    let enough = zoom;
    while (enough < largestZoom && map.sideAt(enough) < writtenCell) enough += 1;
    zoomTo(enough);
  }

  function move(event: KeyboardEvent, map: HeatMap): void {
    if (shown === null || event.altKey || event.metaKey) return;
    if (event.key === '+' || event.key === '=') zoomTo(zoom + 1);
    else if (event.key === '-') zoomTo(zoom - 1);
    else if (event.key === 'Escape') actions.point(null);
    const order = orders.of(shown.view.order, totals);
    const next = moved(event.key, event.ctrlKey, cursor, order);
    if (next === null) return;
    event.preventDefault();
    cursor = next;
    actions.point(next);
    map.reveal(next);
  }

  function drawMaps(now: Shown): void {
    const size = now.list.alphabet.length;
    const order = orders.of(now.view.order, totals);
    const values = {
      counted: now.counted.probabilities,
      learned: now.run.probabilities,
      difference: differences,
    };
    if (now.view.tables === 'difference' && between === null) return;
    for (const { name, map } of visible()) {
      map.draw({
        values: values[name],
        size,
        labels,
        order,
        most: name === 'difference' ? mostDifference : most,
        cell: now.cell,
        write: now.view.cellText ? writing(name, now) : null,
      });
    }
    if (now.view.tables !== 'difference' || between === null) return;
    const chosen = now.cell?.from ?? null;
    between.bars.draw({ values: now.run.divergence, size, labels, order, chosen });
  }

  function drawLegends(): void {
    for (const { name, key, palette } of maps) {
      if (palette === null) continue;
      if (name === 'difference') {
        const end = String(mostDifference);
        key.draw(palette, -mostDifference, mostDifference, [`−${end}`, `+${end}`]);
      } else {
        key.draw(palette, 0, most, ['0', fixed(most, 2)]);
      }
    }
  }

  function restyle(): void {
    const font = getComputedStyle(root.querySelector('.numeric') ?? root).fontFamily;
    const colour = (name: string) => parseColour(computedColour(name));
    for (const each of maps) {
      each.palette = each.map.setStyle({
        ramp: ramp(stops[each.name].map(colour), rampSteps),
        diverging: each.name === 'difference',
        paper: computedColour('paper'),
        ink: computedColour('ink'),
        muted: computedColour('muted'),
        font,
      });
    }
    between?.bars.restyle(font);
    drawLegends();
  }

  function subtract(now: Shown): void {
    if (now.view.tables !== 'difference' || between === null) return;
    ({ differences, most: mostDifference } = between.subtract(now));
  }

  function lookBetween(): void {
    fetchBetween(({ RowBars, subtracted }) => {
      if (between !== null) return;
      const bars = new RowBars((token) => {
        actions.point({ from: token, to: shown?.cell?.to ?? 0 });
      });
      between = { bars, subtract: subtracted };
      barsFigure.append(bars.root);
      if (shown !== null) subtract(shown);
      restyle();
      if (shown !== null) drawMaps(shown);
      zoomTo(zoom);
    });
  }

  function drawView(now: Shown): void {
    if (now.view.tables === 'difference' && between === null) lookBetween();
    viewSwitch.draw(now.view.tables);
    orderSwitch.draw(now.view.order);
    written.setAttribute('aria-pressed', String(now.view.cellText));
    for (const { name, figure } of maps) show(figure, isShown(name));
    show(barsFigure, now.view.tables === 'difference');
  }

  restyle();

  return {
    restyle,
    draw({ list, counted, run, cell, view }: State): void {
      if (list === null || counted === null || run === null) return;
      const before = shown;
      const now: Shown = { list, counted, run, cell, view };
      const newList = before?.list !== list;
      const newNumbers = newList || before.counted !== counted || before.run !== run;
      const newView = before?.view !== view;
      const wasWritten = before?.view.cellText ?? false;
      if (!newNumbers && !newView && before.cell === cell) return;
      shown = now;
      cursor = cell;
      if (newList) {
        totals = rowTotals(list.counts, list.alphabet.length);
        labels = list.alphabet.map((_, token) => axisLabel(list.alphabet, token));
        most = 0.05;
      }
      // One scale for both maps, and the same while the model learns: the largest counted one.
      if (newList || before.counted !== counted) {
        for (const probability of counted.probabilities) most = Math.max(most, probability);
      }
      if (newView) drawView(now);
      if (newNumbers || newView) {
        subtract(now);
        drawLegends();
      }
      drawMaps(now);
      if (newList) zoomTo(0);
      if (newView && view.cellText && !wasWritten) zoomToWriting();
      else if (newView) zoomTo(zoom);
    },
  };
}
