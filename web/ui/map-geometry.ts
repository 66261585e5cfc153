// Where the cells of a table lie on a map: how large, how far scrolled, which is under the pointer.
// All lengths in CSS pixels. Pure.

/** What is seen of a map: its size, its cells' size, and how far it is scrolled. */
export interface Frame {
  width: number;
  height: number;
  /** Room for the letters at the top and at the left. */
  gutter: number;
  cell: number;
  scrollX: number;
  scrollY: number;
}

/** The least room of a letter beside the map. */
export const smallestLabelled = 9;
/** Room for a pair and its count in six digits. */
export const largestCell = 48;
/** How much each step of zoom enlarges. */
export const zoomStep = 1.5;

/** The cell at which the whole table shows, in whole device pixels where there is one to spare. */
export function fitCell(width: number, height: number, gutter: number, size: number, dpr: number) {
  const room = Math.max(1, Math.min(width, height) - gutter);
  const device = (room * dpr) / size;
  return (device >= 1 ? Math.floor(device) : device) / dpr;
}

/** `zoom` times the fit, in whole device pixels, never beyond what its writing needs. */
export function zoomedCell(fit: number, zoom: number, dpr: number): number {
  if (zoom === 0) return fit;
  const cell = Math.min(Math.max(largestCell, fit), fit * zoomStep ** zoom);
  return Math.max(1, Math.round(cell * dpr)) / dpr;
}

/** The first token in sight, and the one behind the last. */
export function visibleRange(frame: Frame, size: number, axis: 'x' | 'y'): [number, number] {
  const room = (axis === 'x' ? frame.width : frame.height) - frame.gutter;
  const scroll = axis === 'x' ? frame.scrollX : frame.scrollY;
  const first = Math.max(0, Math.floor(scroll / frame.cell));
  return [first, Math.min(size, Math.ceil((scroll + room) / frame.cell))];
}

/** The cell at that point of the canvas; nothing outside. */
export function cellAt(
  frame: Frame,
  size: number,
  x: number,
  y: number,
): { from: number; to: number } | null {
  if (x < frame.gutter || y < frame.gutter || x >= frame.width || y >= frame.height) return null;
  const to = Math.floor((x - frame.gutter + frame.scrollX) / frame.cell);
  const from = Math.floor((y - frame.gutter + frame.scrollY) / frame.cell);
  return from < size && to < size ? { from, to } : null;
}

/** The scroll position, moved no further than it takes to show cell `index` and its neighbours. */
export function reveal(scroll: number, room: number, cell: number, index: number): number {
  return Math.max(0, Math.min((index - 1) * cell, Math.max(scroll, (index + 2) * cell - room)));
}

/** Every how many cells a letter fits: 1 where each has room. */
export function labelEvery(cell: number): number {
  return Math.max(1, Math.ceil(smallestLabelled / cell));
}
