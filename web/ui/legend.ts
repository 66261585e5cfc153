// What the colours of a map stand for: its ramp between the numbers at its ends.
import { el, setText } from './dom.ts';
import type { Palette } from './map-paint.ts';
import { askMark } from './meaning.ts';

const width = 88;

/** A legend that can be drawn anew. */
export interface Legend {
  root: HTMLElement;
  draw(palette: Palette, least: number, most: number, texts: readonly [string, string]): void;
}

/** A legend without colours yet. */
export function legend(): Legend {
  const least = el('span', { class: 'numeric' });
  const most = el('span', { class: 'numeric' });
  const canvas = el('canvas', {
    class: 'legend-ramp',
    attrs: { width: String(width), height: '1', 'aria-hidden': 'true' },
  });
  // The ramp is the same from end to end, whatever its ends stand for.
  let drawn: Palette | null = null;
  return {
    root: el('p', { class: 'legend' }, least, canvas, most, askMark('Colours', 'scale')),
    draw(palette, from, to, [leastText, mostText]) {
      setText(least, leastText);
      setText(most, mostText);
      if (palette === drawn) return;
      drawn = palette;
      const context = canvas.getContext('2d');
      if (context === null) return;
      const image = context.createImageData(width, 1);
      const pixels = new Uint32Array(image.data.buffer);
      for (let i = 0; i < width; i += 1) {
        pixels[i] = palette.colour(from + (i / (width - 1)) * (to - from), to);
      }
      context.putImageData(image, 0, 0);
    },
  };
}
