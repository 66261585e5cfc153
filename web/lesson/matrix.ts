// A small matrix as a grid of shades with its shape under it. Draws; reads nothing but what it is given.
import { computedColour, el, setText } from '../ui/dom.ts';
import { css, parseColour, ramp, unpack } from '../ui/palette.ts';

const shades = 64;
const smallestCell = 3;
const usualCell = 14;

/** Row-major values and how they are to be shaded. */
export interface MatrixData {
  rows: number;
  columns: number;
  values: ArrayLike<number>;
  /** A row that is spoken of, and a column in each row that is picked. */
  row: number | null;
  picked: readonly number[];
}

/** A matrix that can be drawn anew. */
export interface Matrix {
  root: HTMLElement;
  draw(data: MatrixData): void;
}

/** A matrix by its name; `says` describes it to those who do not see it. */
export function matrix(name: string, says: string, largestCell = usualCell): Matrix {
  const canvas = el('canvas', { attrs: { role: 'img', 'aria-label': name } });
  const shape = el('span', { class: 'numeric' });
  const root = el(
    'figure',
    { class: 'matrix' },
    el('figcaption', {}, el('code', { text: name }), ' ', shape),
    el(
      'div',
      { class: 'matrix-scroll', attrs: { tabindex: '0', role: 'group', 'aria-label': name } },
      canvas,
    ),
    el('p', { class: 'quiet', text: says }),
  );
  return {
    root,
    draw({ rows, columns, values, row, picked }) {
      setText(shape, `${rows} × ${columns}`);
      const cell = Math.max(smallestCell, Math.min(largestCell, Math.floor(378 / columns)));
      const width = columns * cell;
      const height = rows * cell;
      if (canvas.width !== width || canvas.height !== height) {
        canvas.width = width;
        canvas.height = height;
      }
      const context = canvas.getContext('2d');
      if (context === null) return;
      let low = 0;
      let high = 0;
      for (let i = 0; i < rows * columns; i += 1) {
        const value = values[i] ?? 0;
        if (!Number.isFinite(value)) continue;
        low = Math.min(low, value);
        high = Math.max(high, value);
      }
      const colours = ramp(
        ['empty-cell', 'learned'].map((at) => parseColour(computedColour(at))),
        shades,
      );
      const written = Array.from(colours, (packed) => css(unpack(packed)));
      const style = (value: number) => {
        const share = high > low ? (Math.min(value, high) - low) / (high - low) : 0;
        return written[Math.round(share * (shades - 1))] ?? '';
      };
      for (let y = 0; y < rows; y += 1) {
        for (let x = 0; x < columns; x += 1) {
          context.fillStyle = style(values[y * columns + x] ?? 0);
          context.fillRect(x * cell, y * cell, cell, cell);
        }
      }
      context.strokeStyle = computedColour('ink');
      context.lineWidth = 1;
      picked.forEach((column, y) => {
        if (column >= 0)
          context.strokeRect(column * cell + 0.5, y * cell + 0.5, cell - 1, cell - 1);
      });
      if (row !== null) context.strokeRect(0.5, row * cell + 0.5, width - 1, cell - 1);
      canvas.setAttribute('aria-label', `${name}, ${rows} by ${columns}. ${says}`);
    },
  };
}
