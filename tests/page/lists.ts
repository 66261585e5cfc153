// The lists the journeys load. The lecture's own list comes from MAKEMORE_NAMES; a clone without it
// runs on the bundled list, except in CI, where its absence is a failure.
import { readFileSync } from 'node:fs';

const path = process.env['MAKEMORE_NAMES'] ?? '';
if (path === '' && process.env['CI'] === 'true') {
  throw new Error('MAKEMORE_NAMES must name the lecture’s names.txt in CI.');
}

const bundled = new URL('../../web/public/lists/given-names.txt', import.meta.url).pathname;

export const isLecture = path !== '';
export const listPath = isLecture ? path : bundled;
export const listText = readFileSync(listPath, 'utf8');

/** Known figures of the lecture's list. */
export const lecture = {
  names: '32,033',
  distinct: '29,494',
  bigrams: '228,146',
  initialLoss: '3.7686',
  floor: '2.4540',
  firstNames: ['mor', 'axx', 'minaymoryles', 'kondlaisah', 'anchshizarie'],
};
