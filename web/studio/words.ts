// Probabilities, ranks and standings as a namer reads them. Pure.
import type { GeneratedName, NameStanding } from '../messages/studio-questions.ts';
import { count, fixed } from '../text/format.ts';
import { visible } from '../text/visible.ts';

/** Two figures, as a round number is read: 3,412 is "3,400". */
function round(value: number): string {
  if (value >= 1e15) {
    const power = Math.floor(Math.log10(value));
    return `10^${power}`;
  }
  const step = 10 ** Math.max(0, Math.floor(Math.log10(value)) - 1);
  return count(Math.round(value / step) * step);
}

/** "1 in 3,400" for a natural logarithm of a probability. */
export function oneIn(logProbability: number): string {
  if (logProbability === Number.NEGATIVE_INFINITY) return 'never';
  // Beyond what a double holds, the power of ten is all that can be said.
  const tens = -logProbability / Math.LN10;
  return `1 in ${tens >= 15 ? `10^${Math.floor(tens)}` : round(Math.exp(-logProbability))}`;
}

/** The share of names that keep a request, as a sentence. */
export function requestSentence(probability: number, logProbability: number): string {
  if (probability > 0.995) return 'Almost every name looks like this.';
  if (probability >= 0.1) return `${percent(probability)} of all names look like this.`;
  return `1 name in ${oneIn(logProbability).slice('1 in '.length)} looks like this.`;
}

/** A probability in as few figures as say it: 24%, 2.4%, 0.08%; a 0 is "never". */
export function percent(probability: number): string {
  if (probability === 0) return 'never';
  const value = probability * 100;
  if (value >= 99.95) return '100%';
  if (value >= 10) return `${fixed(value, 0)}%`;
  if (value >= 1) return `${fixed(value, 1)}%`;
  return value >= 0.01 ? `${fixed(value, 2)}%` : 'under 0.01%';
}

/** What the list says of a name. */
export function badge({ standing, nearest }: NameStanding): string {
  if (standing === 'listed') return 'in the list';
  if (standing === 'unknown') return '';
  return nearest === null ? 'new' : `one letter from ${visible(nearest)}`;
}

/** What stands for the list's names where they are not all known. */
export const sampleOf = (sampled: number): string =>
  `a random sample of ${count(sampled)} of the list’s names`;

/** Where a name ranks among the names of the list. */
export function rank(percentile: number | null): string {
  if (percentile === null) return '';
  const share = Math.round(percentile * 100);
  if (share >= 100) return 'likelier than all';
  if (share <= 0) return 'rarer than all';
  return share >= 50 ? `likelier than ${share}%` : `rarer than ${100 - share}%`;
}

/** How well a name of the model's table fits, for those who want the figures. */
export function figures({ logProbability, cut }: GeneratedName): string {
  if (cut) return 'The model never ended this name: it was cut.';
  const nats = fixed(logProbability, 2);
  return `The model makes exactly this name once in ${oneIn(logProbability).slice('1 in '.length)} (log probability ${nats}).`;
}

/** The core's words, as a sentence by itself. */
export function sentence(text: string): string {
  const first = String.fromCodePoint(text.codePointAt(0) ?? 0x2e);
  const whole = first.toLocaleUpperCase('en-GB') + text.slice(first.length);
  return /[.!?…]$/.test(whole) ? whole : `${whole}.`;
}
