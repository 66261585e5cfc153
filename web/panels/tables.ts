// The two tables side by side, counted and learned, and the cell that is pointed at, in words.
// Draws; counts nothing.
import type { Actions } from '../actions.ts';
import { button, computedColour, el, setText, show } from '../dom.ts';
import { count, fixed, signed } from '../format.ts';
import { axisLabel, spokenLabel, tokenLabel } from '../labels.ts';
import { parseColour, ramp } from '../palette.ts';
import type { CountedList, CountModel, TrainingState } from '../protocol.ts';
import type { Cell, State } from '../state.ts';
import { HeatMap } from '../ui/heat-map.ts';
import { modelMark } from '../ui/model-mark.ts';
import { pairLabel } from '../ui/pair.ts';
import type { ModelName } from '../ui/model-mark.ts';

const rampSteps = 256;
const largestZoom = 12;

export function tablesPanel(root: HTMLElement, actions: Actions, announce: (text: string) => void) {
  let list: CountedList | null = null;
  let counted: CountModel | null = null;
  let run: TrainingState | null = null;
  let cell: Cell | null = null;
  /** Where the keys have come to; keys may be faster than frames. */
  let cursor: Cell | null = null;
  let labels: string[] = [];
  let most = 1;
  let zoom = 0;

  const models: ModelName[] = ['counted', 'learned'];
  const maps = models.map((model) => {
    const map = new HeatMap(
      model === 'counted' ? 'Counted probabilities' : 'Learned probabilities',
      (pointed) => {
        actions.point(pointed);
      },
      (x, y) => {
        maps.forEach((other) => {
          other.map.scrollTo(x, y);
        });
      },
    );
    map.root.setAttribute('aria-describedby', 'map-keys');
    map.root.addEventListener('keydown', (event) => {
      move(event, map);
    });
    return { model, map };
  });

  const smaller = button(
    'Smaller',
    () => {
      zoomTo(zoom - 1);
    },
    { class: 'zoom' },
  );
  const larger = button(
    'Larger',
    () => {
      zoomTo(zoom + 1);
    },
    { class: 'zoom' },
  );
  const legendMost = el('span', { class: 'numeric' });
  const legend = el(
    'p',
    { class: 'legend', attrs: { 'aria-hidden': 'true' } },
    el('span', { class: 'numeric', text: '0' }),
    el('canvas', { class: 'legend-ramp', attrs: { width: '96', height: '12' } }),
    legendMost,
  );
  const tools = el('div', { class: 'map-tools' }, legend, smaller, larger);

  const hint = el('span', {
    class: 'hint',
    text: 'Point at a cell or tap it, or move with the arrow keys.',
  });
  const pair = pairLabel();
  const countedText = el('span', { class: 'counted-text' });
  const learnedText = el('span', { class: 'learned-text' });
  const differenceText = el('span');
  const readout = el(
    'p',
    { class: 'readout', attrs: { id: 'readout' } },
    hint,
    pair.root,
    countedText,
    learnedText,
    differenceText,
  );
  root.append(
    tools,
    el(
      'div',
      { class: 'maps' },
      ...maps.map(({ model, map }) =>
        el('figure', {}, el('figcaption', {}, modelMark(model)), map.root),
      ),
    ),
    readout,
    el('p', {
      class: 'visually-hidden',
      text: 'Rows are the letter before, columns the letter after. Arrow keys move, Home and End go along the row, plus and minus zoom.',
      attrs: { id: 'map-keys' },
    }),
  );

  function zoomTo(next: number): void {
    zoom = Math.min(largestZoom, Math.max(0, next));
    for (const { map } of maps) map.setZoom(zoom);
    smaller.disabled = zoom === 0;
    larger.disabled = maps[0]?.map.atLargest ?? true;
    if (cell !== null) maps[0]?.map.reveal(cell);
  }

  function move(event: KeyboardEvent, map: HeatMap): void {
    if (list === null || event.altKey || event.metaKey) return;
    const last = list.alphabet.length - 1;
    const { from, to } = cursor ?? { from: 0, to: 0 };
    const first = cursor === null;
    const targets: Record<string, Cell> = {
      ArrowLeft: { from, to: to - 1 },
      ArrowRight: { from, to: first ? to : to + 1 },
      ArrowUp: { from: from - 1, to },
      ArrowDown: { from: first ? from : from + 1, to },
      PageUp: { from: from - 10, to },
      PageDown: { from: from + 10, to },
      Home: { from: event.ctrlKey ? 0 : from, to: 0 },
      End: { from: event.ctrlKey ? last : from, to: last },
    };
    if (event.key === '+' || event.key === '=') zoomTo(zoom + 1);
    else if (event.key === '-') zoomTo(zoom - 1);
    else if (event.key === 'Escape') actions.point(null);
    const target = targets[event.key];
    if (target === undefined) return;
    event.preventDefault();
    const clamp = (index: number) => Math.min(last, Math.max(0, index));
    const next = { from: clamp(target.from), to: clamp(target.to) };
    cursor = next;
    actions.point(next);
    map.reveal(next);
    announce(sentence(next, true));
  }

  function figures({ from, to }: Cell) {
    if (list === null || counted === null || run === null) return null;
    const size = list.alphabet.length;
    const at = from * size + to;
    let rowTotal = 0;
    for (let i = from * size; i < (from + 1) * size; i += 1) rowTotal += list.counts[i] ?? 0;
    const probability = counted.probabilities[at] ?? 0;
    const learned = run.probabilities[at] ?? 0;
    return {
      counted: `counted ${fixed(probability, 4)} (${count(list.counts[at] ?? 0)} of ${count(rowTotal)})`,
      learned: `learned ${fixed(learned, 4)}`,
      difference: `difference ${signed(learned - probability)}`,
    };
  }

  function sentence(at: Cell, spoken: boolean): string {
    const alphabet = list?.alphabet ?? [];
    const write = spoken ? spokenLabel : tokenLabel;
    const found = figures(at);
    if (found === null) return '';
    const { counted: first, learned: second, difference } = found;
    return `${write(alphabet, at.from)} → ${write(alphabet, at.to)}: ${first}, ${second}, ${difference}`;
  }

  function drawReadout(): void {
    const found = cell === null ? null : figures(cell);
    show(hint, found === null && list !== null);
    for (const each of [pair.root, countedText, learnedText, differenceText]) {
      show(each, found !== null);
    }
    if (cell === null || found === null || list === null) return;
    pair.draw(tokenLabel(list.alphabet, cell.from), tokenLabel(list.alphabet, cell.to));
    setText(countedText, found.counted);
    setText(learnedText, found.learned);
    setText(differenceText, found.difference);
  }

  function drawMaps(): void {
    if (list === null || counted === null || run === null) return;
    const size = list.alphabet.length;
    for (const { model, map } of maps) {
      const probabilities = model === 'counted' ? counted.probabilities : run.probabilities;
      map.draw({ probabilities, size, labels, most, cell });
    }
  }

  function drawLegend(colours: Uint32Array): void {
    const canvas = legend.querySelector('canvas');
    const context = canvas?.getContext('2d');
    if (!canvas || !context) return;
    const image = context.createImageData(canvas.width, canvas.height);
    const pixels = new Uint32Array(image.data.buffer);
    for (let i = 0; i < pixels.length; i += 1) {
      const along = (i % canvas.width) / (canvas.width - 1);
      pixels[i] = colours[Math.round(Math.sqrt(along) * (rampSteps - 1))] ?? 0;
    }
    context.putImageData(image, 0, 0);
  }

  function restyle(): void {
    const font = getComputedStyle(readout).fontFamily;
    const colour = (name: string) => parseColour(computedColour(name));
    const shared = {
      paper: computedColour('paper'),
      ink: computedColour('ink'),
      muted: computedColour('muted'),
      font,
    };
    for (const { model, map } of maps) {
      const stops = ['empty-cell', `${model}-pale`, model, `${model}-deep`].map(colour);
      map.setStyle({ ...shared, ramp: ramp(stops, rampSteps), accent: computedColour('ink') });
    }
    drawLegend(ramp(['empty-cell', 'ink'].map(colour), rampSteps));
  }

  restyle();
  zoomTo(0);
  drawReadout();

  return {
    restyle,
    draw(state: State): void {
      const listChanged = state.list !== list;
      const changed =
        listChanged || state.counted !== counted || state.run !== run || state.cell !== cell;
      if (!changed || state.list === null) return;
      ({ list, counted, run, cell } = state);
      cursor = cell;
      if (listChanged) {
        const { alphabet } = state.list;
        labels = alphabet.map((_, id) => axisLabel(alphabet, id));
        // One scale for both maps, and the same while the model learns: the largest counted one.
        most = 0.05;
        for (const probability of counted?.probabilities ?? []) most = Math.max(most, probability);
        setText(legendMost, fixed(most, 2));
      }
      drawMaps();
      drawReadout();
      if (listChanged) zoomTo(0);
    },
  };
}
