// What is between the two tables, in probability; with the bars of it in nats, fetched when it is first
// looked at.
import type { Tables } from './table-figures.ts';
import { roundUp } from './token-order.ts';
export { RowBars } from './row-bars.ts';

/** Learned minus counted, and a round number that no difference exceeds. */
export function subtracted({ counted, run }: Tables): { differences: Float64Array; most: number } {
  const { probabilities: learned } = run;
  const differences = new Float64Array(learned.length);
  let largest = 0;
  for (let i = 0; i < learned.length; i += 1) {
    const difference = (learned[i] ?? 0) - (counted.probabilities[i] ?? 0);
    differences[i] = difference;
    largest = Math.max(largest, Math.abs(difference));
  }
  return { differences, most: roundUp(largest, 0.001) };
}
