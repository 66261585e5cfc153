// What each map of the workbench shows: its name, its colours, the figures in its cells. Pure.
import type { CountedList, CountModel, TrainingState } from '../messages/protocol.ts';
import { count, fixed, signed } from '../text/format.ts';

/** The maps of the workbench. */
export const mapNames = ['counted', 'learned', 'difference'] as const;
/** One of them. */
export type MapName = (typeof mapNames)[number];
/** What screen readers call them. */
export const spokenNames: Record<MapName, string> = {
  counted: 'Counted probabilities',
  learned: 'Learned probabilities',
  difference: 'Learned minus counted probabilities',
};
/** The style sheet's colours, from the least value to the most. */
export const stops: Record<MapName, readonly string[]> = {
  counted: ['empty-cell', 'counted-pale', 'counted', 'counted-deep'],
  learned: ['empty-cell', 'learned-pale', 'learned', 'learned-deep'],
  difference: [
    'counted-deep',
    'counted',
    'counted-pale',
    'empty-cell',
    'learned-pale',
    'learned',
    'learned-deep',
  ],
};

/** Both tables and the counts they stand on. */
export interface Tables {
  list: CountedList;
  counted: CountModel;
  run: TrainingState;
}

/** What stands in a cell under its pair: counts in one map, probabilities in the others. */
export function writing(name: MapName, { list, counted, run }: Tables) {
  const size = list.alphabet.length;
  return (from: number, to: number): string => {
    const i = from * size + to;
    if (name === 'counted') return count(list.counts[i] ?? 0);
    const learned = run.probabilities[i] ?? 0;
    if (name === 'learned') return fixed(learned, 3).replace(/^0/, '');
    return signed(learned - (counted.probabilities[i] ?? 0), 3).replace('0.', '.');
  };
}
