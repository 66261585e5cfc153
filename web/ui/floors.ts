// The levels a loss is read against, and where their names stand so that none covers another. Pure.
import type { CountedList, CountModel } from '../messages/protocol.ts';
import { loss } from '../text/format.ts';

/** A level, in nats a letter. */
export interface Floor {
  value: number;
  name: string;
  /** The style sheet's colour of the line. */
  colour: 'muted' | 'counted';
  dashed: boolean;
}

/** The levels of a list: chance, the count model, and its optimum where that is lower. */
export function floorsOf(list: CountedList, counted: CountModel): Floor[] {
  const floors: Floor[] = [
    { value: list.uniformLoss, name: 'ln V, uniform', colour: 'muted', dashed: true },
  ];
  const optimum = 'count model';
  if (counted.smoothing === 0) {
    floors.push({ value: counted.loss, name: optimum, colour: 'counted', dashed: false });
    return floors;
  }
  floors.push(
    { value: counted.loss, name: 'count model, smoothed', colour: 'counted', dashed: false },
    { value: list.optimumLoss, name: 'exact count optimum', colour: 'counted', dashed: true },
  );
  return floors;
}

/** As it is written on the chart. */
export function floorLabel(floor: Floor): string {
  return `${loss(floor.value)}  ${floor.name}`;
}

/** Top edges for labels that want to begin at `wanted`, ascending, none nearer than `height`. */
export function spread(wanted: readonly number[], height: number): number[] {
  const order = wanted.map((_, i) => i).sort((a, b) => (wanted[a] ?? 0) - (wanted[b] ?? 0));
  const out: number[] = new Array<number>(wanted.length).fill(0);
  let lowest = Number.NEGATIVE_INFINITY;
  for (const i of order) {
    const top = Math.max(wanted[i] ?? 0, lowest);
    out[i] = top;
    lowest = top + height;
  }
  return out;
}

/** The end of the step axis: 1, 2 or 5 times a power of ten, so that it moves seldom. */
export function axisEnd(step: number): number {
  if (step <= 100) return 100;
  const power = 10 ** Math.floor(Math.log10(step));
  for (const factor of [1, 1.5, 2, 3, 5, 7.5]) if (step <= factor * power) return factor * power;
  return 10 * power;
}
