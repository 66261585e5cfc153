// The stations in the order of the lecture, each a module of its own, and the two that stand beside it.
import type { BuildStation } from './station.ts';

/** A station as the lesson's list shows it, and how it is fetched. */
export interface Entry {
  id: string;
  /** Its place in the lecture; empty for what stands beside it. */
  number: string;
  title: string;
  load(): Promise<{ station: BuildStation }>;
}

const numbered: readonly Omit<Entry, 'number'>[] = [
  { id: 'pairs', title: 'A name is many examples', load: () => import('./stations/pairs.ts') },
  { id: 'counting', title: 'Counting', load: () => import('./stations/counting.ts') },
  {
    id: 'normalising',
    title: 'Normalising, and a trap',
    load: () => import('./stations/normalising.ts'),
  },
  {
    id: 'sampling',
    title: 'Sampling, letter by letter',
    load: () => import('./stations/sampling.ts'),
  },
  {
    id: 'likelihood',
    title: 'Likelihood and loss',
    load: () => import('./stations/likelihood.ts'),
  },
  { id: 'network', title: 'The table as a network', load: () => import('./stations/network.ts') },
  { id: 'descent', title: 'The loop, and one step', load: () => import('./stations/descent.ts') },
  { id: 'routes', title: 'Two routes, one answer', load: () => import('./stations/routes.ts') },
  {
    id: 'smoothing',
    title: 'Smoothing is regularisation',
    load: () => import('./stations/smoothing.ts'),
  },
  {
    id: 'beyond',
    title: 'Why one letter is not enough',
    load: () => import('./stations/beyond.ts'),
  },
];

const beside: readonly Omit<Entry, 'number'>[] = [
  {
    id: 'experiments',
    title: 'Try to break it',
    load: () => import('./stations/experiments.ts'),
  },
  { id: 'lecture', title: 'Lecture mode', load: () => import('./stations/lecture.ts') },
];

/** What a handout holds. */
export const stations: readonly Entry[] = numbered.map((entry, at) => ({
  ...entry,
  number: String(at + 1),
}));

/** All of them, in the order in which they are listed. */
export const entries: readonly Entry[] = [
  ...stations,
  ...beside.map((entry) => ({ ...entry, number: '' })),
];

/** The number, if there is one, and the title. */
export const heading = ({ number, title }: Entry): string =>
  number === '' ? title : `${number}. ${title}`;
