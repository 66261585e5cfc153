// How many names have how many characters, drawn: a bar for each length, or for a few together.
import { count, plural } from '../text/format.ts';
import { el } from '../ui/dom.ts';

const mostBars = 48;
const height = 96;
const gap = 0.15;

const svg = (tag: string, attrs: Record<string, string | number>): SVGElement => {
  const node = document.createElementNS('http://www.w3.org/2000/svg', tag);
  for (const [name, value] of Object.entries(attrs)) node.setAttribute(name, String(value));
  return node;
};

/** A chart of lengths[n], the number of names of n characters. */
export function lengthChart(lengths: readonly number[], shortest: number): HTMLElement {
  const longest = lengths.length - 1;
  const perBar = Math.ceil((longest - shortest + 1) / mostBars);
  const bars = Array.from({ length: Math.ceil((longest - shortest + 1) / perBar) }, (_, bar) =>
    lengths
      .slice(shortest + bar * perBar, shortest + (bar + 1) * perBar)
      .reduce((sum, names) => sum + names, 0),
  );
  const most = Math.max(...bars);
  const usual = lengths.indexOf(lengths.reduce((a, b) => Math.max(a, b), 0));
  const chart = svg('svg', {
    viewBox: `0 0 ${bars.length} ${height}`,
    preserveAspectRatio: 'none',
    'aria-hidden': 'true',
  });
  bars.forEach((names, bar) => {
    // What is there is seen, however little it is.
    const tall = names === 0 ? 0 : Math.max(1, (names / most) * height);
    chart.append(svg('rect', { x: bar + gap / 2, y: height - tall, width: 1 - gap, height: tall }));
  });
  const words = `Most often ${plural(usual, 'character')} (${plural(lengths[usual] ?? 0, 'name')})`;
  const grouped = perBar > 1 ? `, ${perBar} lengths a bar` : '';
  return el(
    'figure',
    { class: 'lengths' },
    chart as unknown as Node,
    el(
      'figcaption',
      {},
      el('span', { text: count(shortest) }),
      el('span', { text: `${words}${grouped}` }),
      el('span', { text: count(longest) }),
    ),
  );
}
