// Rounds in which every contender takes its turn, so that whatever slows the machine for a while slows all of them.

/** @param {number[]} numbers */
export function median(numbers) {
  const sorted = [...numbers].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

/**
 * @typedef {{ id: string, measure: () => Promise<number> }} Contender
 * @param {readonly Contender[]} contenders
 * @param {number} rounds
 * @param {(text: string) => void} say
 * @returns {Promise<Map<string, number[]>>} what each measured, round by round
 */
export async function takeTurns(contenders, rounds, say) {
  const measured = new Map(contenders.map(({ id }) => [id, []]));
  for (let round = 0; round <= rounds; round += 1) {
    for (const { id, measure } of contenders) {
      const value = await measure();
      if (!(value > 0)) throw new Error(`${id} measured ${value}.`);
      // The first round is for warming up.
      if (round > 0) measured.get(id).push(value);
    }
    say(round === 0 ? 'warm' : `round ${round} of ${rounds}`);
  }
  return measured;
}

/**
 * The median over the rounds of one contender's figure by another's; null where one of them is absent.
 * @param {Map<string, number[]>} measured
 */
export function ratio(measured, above, below) {
  const a = measured.get(above);
  const b = measured.get(below);
  if (a === undefined || b === undefined) return null;
  return median(a.map((value, round) => value / b[round]));
}

/** The lesser of what there is; null if there is nothing. */
export function least(numbers) {
  const known = numbers.filter((number) => number !== null);
  return known.length === 0 ? null : Math.min(...known);
}

/** The largest by the smallest. */
export const spread = (numbers) => Math.max(...numbers) / Math.min(...numbers);
