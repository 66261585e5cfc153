// How much the list's names lose under a table, as a small histogram with a mark where one name stands.
import type { LossHistogram } from '../messages/studio-questions.ts';
import { fixed } from '../text/format.ts';

const namespace = 'http://www.w3.org/2000/svg';
const width = 320;
const height = 96;
const floor = 74;
const top = 14;

function shape(tag: string, attrs: Record<string, string | number>, text = ''): SVGElement {
  const node = document.createElementNS(namespace, tag);
  for (const [name, value] of Object.entries(attrs)) node.setAttribute(name, String(value));
  if (text !== '') node.textContent = text;
  return node;
}

/** `loss` may lie outside, or be infinite: the mark then stands at the edge, with an arrow. */
export function histogram({ from, width: bin, counts }: LossHistogram, loss: number): SVGElement {
  const end = from + bin * counts.length;
  const most = Math.max(1, ...counts);
  const x = (value: number) => ((value - from) / (end - from)) * (width - 24) + 12;
  const svg = shape('svg', {
    viewBox: `0 0 ${width} ${height}`,
    class: 'histogram',
    'aria-hidden': 'true',
  });
  counts.forEach((count, i) => {
    const tall = (count / most) * (floor - top);
    const left = x(from + i * bin);
    const right = x(from + (i + 1) * bin);
    const below = from + (i + 1) * bin <= loss;
    svg.append(
      shape('rect', {
        x: left + 0.5,
        y: floor - tall,
        width: Math.max(0.5, right - left - 1),
        height: tall,
        class: below ? 'bin below' : 'bin',
      }),
    );
  });
  svg.append(shape('path', { d: `M12 ${floor}H${width - 12}`, class: 'axis' }));
  const at = Math.min(Math.max(x(loss), 8), width - 8);
  const outside = loss > end ? '▸' : loss < from ? '◂' : '';
  svg.append(
    shape('path', {
      d: `M${at} ${top - 8}V${floor}M${at - 4} ${top - 12}h8l-4 6z`,
      class: 'mark-line',
    }),
  );
  const label = (value: number, anchor: string, where: number) =>
    shape('text', { x: where, y: height - 8, 'text-anchor': anchor }, fixed(value, 1));
  svg.append(label(from, 'start', 12), label(end, 'end', width - 12));
  svg.append(
    shape(
      'text',
      { x: width / 2, y: height - 8, 'text-anchor': 'middle' },
      'nats a letter: expected to surprising',
    ),
  );
  if (outside !== '')
    svg.append(
      shape(
        'text',
        { x: at, y: floor - 4, 'text-anchor': outside === '▸' ? 'end' : 'start', class: 'beyond' },
        outside,
      ),
    );
  return svg;
}
