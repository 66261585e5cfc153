// In which order a map shows the tokens: as code points are, or the frequent ones first. The boundary
// is no letter and always leads. Pure.

/** How tokens can be ordered. */
export type OrderName = 'code-point' | 'frequency';

/** The tokens in an order, and the place of each. */
export interface TokenOrder {
  /** The token at each place. */
  tokens: readonly number[];
  /** The place of each token. */
  places: readonly number[];
}

/** How often each token comes before another: the totals of the rows. */
export function rowTotals(counts: Float64Array, size: number): Float64Array {
  const totals = new Float64Array(size);
  for (let row = 0; row < size; row += 1) {
    for (let i = row * size; i < (row + 1) * size; i += 1) {
      totals[row] = (totals[row] ?? 0) + (counts[i] ?? 0);
    }
  }
  return totals;
}

/** The order by that name; `totals` says how often each token occurs. */
export function tokenOrder(name: OrderName, totals: Float64Array): TokenOrder {
  const tokens = Array.from(totals, (_, token) => token);
  if (name === 'frequency') {
    tokens.sort((a, b) => {
      if (a === 0 || b === 0) return a - b;
      return (totals[b] ?? 0) - (totals[a] ?? 0) || a - b;
    });
  }
  const places = new Array<number>(tokens.length).fill(0);
  tokens.forEach((token, place) => {
    places[token] = place;
  });
  return { tokens, places };
}

/** Makes an order once and gives the same one while nothing it depends on changes. */
export class OrderMemory {
  private made: { name: OrderName; totals: Float64Array; order: TokenOrder } | null = null;

  of(name: OrderName, totals: Float64Array): TokenOrder {
    if (this.made?.name !== name || this.made.totals !== totals) {
      this.made = { name, totals, order: tokenOrder(name, totals) };
    }
    return this.made.order;
  }
}

/** A round number that is not below `value` nor `least`, so that scales move seldom. */
export function roundUp(value: number, least: number): number {
  if (!(value > least)) return least;
  const power = Math.floor(Math.log10(value));
  const factors = [1, 1.5, 2, 3, 5, 7.5, 10];
  return factors.map((factor) => Number(`${factor}e${power}`)).find((end) => end >= value) ?? value;
}
