// Every setting of the page: its default (the lecture's), its range, its stops, how it is read and
// written. Pure; what a link or a control may carry is decided here.
import type { ModelOptions, SamplerKind, Speed, UntrainedKind } from '../messages/protocol.ts';

/** What the controls of the lab say. */
export interface Settings extends ModelOptions {
  /** The seed the names are drawn with. */
  nameSeed: number;
  sampler: SamplerKind;
  untrained: UntrainedKind;
}

/** The lecture's settings. */
export const defaults: Settings = {
  learningRate: 50,
  l2: 0.01,
  smoothing: 0,
  weightsSeed: 2147483647,
  speed: 1,
  nameSeed: 2147483647,
  sampler: 'cdf',
  untrained: 'uniform',
};

/** The settings that a slider sets. */
export type NumberKey = 'learningRate' | 'l2' | 'smoothing';
/** The settings that are seeds. */
export type SeedKey = 'weightsSeed' | 'nameSeed';

/** What a setting may be, and the stops of its slider. */
export interface NumberRange {
  min: number;
  max: number;
  /** The values a slider stops at, ascending; a typed value may lie between them. */
  stops: readonly number[];
}

/** 1, 1.2, 1.5 … of every power of ten from `from` to `to`: even steps to the eye and to the ear. */
export function ladder(from: number, to: number): number[] {
  const rungs = [1, 1.2, 1.5, 2, 2.5, 3, 4, 5, 6, 8];
  const low = Math.round(Math.log10(from));
  const high = Math.round(Math.log10(to));
  const out: number[] = [];
  for (let power = low; power < high; power += 1) {
    for (const rung of rungs) out.push(Number(`${rung}e${power}`));
  }
  out.push(Number(`1e${high}`));
  return out;
}

/** The range of each. */
export const ranges: Record<NumberKey, NumberRange> = {
  learningRate: { min: 0.01, max: 1000, stops: ladder(0.01, 1000) },
  l2: { min: 0, max: 10, stops: [0, ...ladder(0.0001, 10)] },
  smoothing: { min: 0, max: 1e6, stops: [0, ...ladder(0.01, 1e6)] },
};

/** Steps a frame. */
export const speeds: readonly Speed[] = [1, 5, 25, 125, 'unlimited'];
/** What the names of no model are drawn from. */
export const untrainedKinds: readonly UntrainedKind[] = ['uniform', 'initial'];
/** The three algorithms, the lecture's first. */
export const samplers: readonly SamplerKind[] = ['cdf', 'race', 'mkl'];

/** The largest seed that a number holds exactly. */
export const largestSeed = Number.MAX_SAFE_INTEGER;

/** The stop nearest to a value, compared as the ladder is spaced: by ratio. */
export function nearestStop(stops: readonly number[], value: number): number {
  const distance = (stop: number) =>
    stop === value ? 0 : Math.abs(Math.log((stop + 1e-9) / (value + 1e-9)));
  let best = 0;
  stops.forEach((stop, i) => {
    if (distance(stop) < distance(stops[best] as number)) best = i;
  });
  return best;
}

/** A typed number, or why it cannot be one. A comma stands between thousands or for the point. */
export function readNumber(text: string, { min, max }: NumberRange): number | string {
  const bare = text.replace(/[\s_]/g, '');
  const grouped = /^[1-9]\d{0,2}(,\d{3})+$/.test(bare);
  const trimmed = grouped ? bare.replaceAll(',', '') : bare.replace(',', '.');
  const value = trimmed === '' ? Number.NaN : Number(trimmed);
  if (!Number.isFinite(value)) return `“${text.trim()}” is not a number.`;
  if (value < min || value > max) {
    return `${text.trim()} is outside ${min} to ${max.toLocaleString('en-GB')}.`;
  }
  return value;
}

/** The seed that was typed, or a sentence on why it is none. */
export function readSeed(text: string): number | string {
  const trimmed = text.replace(/[\s,_]/g, '');
  if (!/^\d+$/.test(trimmed)) return `A seed is a whole number, 0 or more.`;
  const value = Number(trimmed);
  if (value > largestSeed) return `A seed is at most ${largestSeed}.`;
  return value;
}
