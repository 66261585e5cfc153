// Where a key moves the marked cell of a map, as the map shows its rows and columns. Pure.
import type { Cell } from '../state/state.ts';
import type { TokenOrder } from './token-order.ts';

/** The next cell, or null for a key that moves nothing. */
export function moved(
  key: string,
  withControl: boolean,
  cell: Cell | null,
  { tokens, places }: TokenOrder,
): Cell | null {
  const last = tokens.length - 1;
  const first = cell === null;
  const row = places[cell?.from ?? 0] ?? 0;
  const column = places[cell?.to ?? 0] ?? 0;
  const targets: Record<string, readonly [row: number, column: number]> = {
    ArrowLeft: [row, column - 1],
    ArrowRight: [row, first ? column : column + 1],
    ArrowUp: [row - 1, column],
    ArrowDown: [first ? row : row + 1, column],
    PageUp: [row - 10, column],
    PageDown: [row + 10, column],
    Home: [withControl ? 0 : row, 0],
    End: [withControl ? last : row, last],
  };
  const target = targets[key];
  if (target === undefined) return null;
  const at = (place: number) => tokens[Math.min(last, Math.max(0, place))] ?? 0;
  return { from: at(target[0]), to: at(target[1]) };
}
