// The lecture's counts and weights, from the fixtures that the core is held to.
import { readFile } from 'node:fs/promises';

const fixtures = new URL('../../fixtures/lecture_figures.cpp', import.meta.url);

/** @returns {Promise<{ size: number, counts: number[], initial: number[], after10: number[] }>} */
export async function lectureFigures() {
  const text = await readFile(fixtures, 'utf8');
  const numbers = (name) => {
    const found = new RegExp(`> ${name}\\{([^}]*)\\}`).exec(text);
    if (found === null) throw new Error(`The fixtures have no ${name}.`);
    return found[1]
      .split(',')
      .filter((word) => word.trim() !== '')
      .map((word) => parseFloat(word));
  };
  return {
    size: 27,
    counts: numbers('counts'),
    initial: numbers('initial_weights'),
    after10: numbers('weights_l2_10'),
  };
}
