// What a link says of the page, as the text after the # of its address, and back. Whatever is as the
// page starts with is left out; whatever cannot be is not read. Pure.
import type { NamedList } from '../lists/bundled.ts';
import { listNames } from '../lists/bundled.ts';
import type { Reading, RunChange } from '../messages/protocol.ts';
import {
  defaults,
  largestSeed,
  ranges,
  samplers,
  speeds,
  untrainedKinds,
} from '../state/settings.ts';
import type { NumberKey, Settings } from '../state/settings.ts';
import type { StudioSettings } from '../state/studio-defaults.ts';
import { plainView, viewChoices } from '../state/view.ts';
import type { View } from '../state/view.ts';
import { readBlend, writeBlend } from './blend.ts';
import { longestPacked } from './packing.ts';
import { readReading, writeReading } from './reading.ts';
import { readStudio, writeStudio } from './studio.ts';

/** A list by itself: one of the page's, or one that the reader must have. */
export type LinkedSingle = { from: 'named'; name: NamedList } | OwnList;

/** Too long for a link, or nobody's business. */
export interface OwnList {
  from: 'asked-for';
  title: string;
  sha256: string;
}

/** One of the user's own lists of this visit, and how it was read last. */
export interface MetList {
  list: OwnList;
  reading: Reading;
}

/** One list in a blend, how often each of its names counts, and how it is read. */
export interface LinkedPart {
  weight: number;
  list: LinkedSingle;
  reading: Reading;
}

/** A list as a link may name it. */
export type LinkedList =
  | LinkedSingle
  /** The list itself, deflated. */
  | { from: 'inside'; title: string; packed: string }
  | { from: 'blend'; parts: LinkedPart[] };

/** The steps taken, with what, and the one that is shown. */
export interface LinkedRun {
  changes: RunChange[];
  lastStep: number;
  step: number;
}

/** All that a link says. */
export interface LinkState {
  list: LinkedList;
  reading: Reading;
  settings: Settings;
  run: LinkedRun;
  view: View;
  studio: StudioSettings;
  station: string | null;
  /** The word typed to be scored; null where the page chooses. */
  word: string | null;
}

/** The most steps that a link may ask to be taken again. */
export const longestRun = 1e9;
const mostChanges = 2000;
const longestWord = 200;

const numberNames: Record<NumberKey, string> = {
  learningRate: 'rate',
  l2: 'l2',
  smoothing: 'smoothing',
};
const seedNames = { weightsSeed: 'weights', nameSeed: 'seed' } as const;

/** The link, without the #; what is as the page starts with is left out. */
export function writeLink({
  list,
  reading,
  settings,
  run,
  view,
  studio,
  station,
  word,
}: LinkState): string {
  const fields = new URLSearchParams();
  type Field = string | number | null;
  const add = (name: string, value: Field, usual: Field) => {
    if (value !== usual && value !== null) fields.set(name, String(value));
  };
  if (list.from === 'named') add('list', list.name, 'given-names');
  else if (list.from === 'blend') writeBlend(list.parts, fields);
  else {
    fields.set('title', list.title);
    if (list.from === 'inside') fields.set('names', list.packed);
    else fields.set('sha256', list.sha256);
  }
  add('read', writeReading(reading), '');
  for (const key of ['learningRate', 'l2', 'smoothing'] as const) {
    add(numberNames[key], settings[key], defaults[key]);
  }
  for (const key of ['weightsSeed', 'nameSeed'] as const) {
    add(seedNames[key], settings[key], defaults[key]);
  }
  for (const key of ['sampler', 'untrained', 'speed'] as const) {
    add(key, settings[key], defaults[key]);
  }
  if (run.lastStep > 0) {
    const { learningRate, l2 } = settings;
    const plain = writeRun([{ step: 0, learningRate, l2 }]);
    add('run', writeRun(run.changes), plain);
    add('step', run.step, null);
    add('last', run.lastStep, run.step);
  }
  for (const key of ['tab', 'tables', 'order', 'steps'] as const)
    add(key, view[key], plainView[key]);
  add('counts', view.cellText ? 1 : 0, plainView.cellText ? 1 : 0);
  writeStudio(studio, fields);
  add('station', station, null);
  add('word', word, null);
  return fields.toString();
}

/** What a link says; whatever cannot be read is as the page starts with. */
export function readLink(text: string): LinkState {
  const fields = new URLSearchParams(text.replace(/^#/, ''));
  const settings: Settings = { ...defaults };
  for (const key of ['learningRate', 'l2', 'smoothing'] as const) {
    const { min, max } = ranges[key];
    settings[key] = readNumber(fields.get(numberNames[key]), min, max) ?? defaults[key];
  }
  for (const key of ['weightsSeed', 'nameSeed'] as const) {
    settings[key] = readWhole(fields.get(seedNames[key]), largestSeed) ?? defaults[key];
  }
  settings.sampler = oneOf(samplers, fields.get('sampler')) ?? defaults.sampler;
  settings.untrained = oneOf(untrainedKinds, fields.get('untrained')) ?? defaults.untrained;
  settings.speed = oneOf(speeds, fields.get('speed')) ?? defaults.speed;
  const counts = fields.get('counts');
  const word = fields.get('word');
  return {
    list: readList(fields),
    reading: readReading(fields.get('read') ?? ''),
    settings,
    run: readRun(fields, settings),
    view: {
      tab: oneOf(viewChoices.tab, fields.get('tab')) ?? plainView.tab,
      tables: oneOf(viewChoices.tables, fields.get('tables')) ?? plainView.tables,
      order: oneOf(viewChoices.order, fields.get('order')) ?? plainView.order,
      steps: oneOf(viewChoices.steps, fields.get('steps')) ?? plainView.steps,
      cellText: counts === null ? plainView.cellText : counts === '1',
    },
    studio: readStudio(fields),
    station: /^[a-z0-9-]{1,40}$/.exec(fields.get('station') ?? '')?.[0] ?? null,
    word: word === null || word.length > longestWord ? null : word,
  };
}

/** Whether a run that is open has taken these very steps, so that going to one of them will do. */
export function holds(open: Omit<LinkedRun, 'step'>, linked: LinkedRun): boolean {
  if (linked.lastStep > open.lastStep) return false;
  const upTo = (changes: readonly RunChange[]) =>
    writeRun(changes.filter(({ step }) => step < linked.lastStep));
  return upTo(open.changes) === upTo(linked.changes);
}

function readList(fields: URLSearchParams): LinkedList {
  const parts = readBlend(fields);
  if (parts !== null) return { from: 'blend', parts };
  const title = (fields.get('title') ?? 'A list').slice(0, 200);
  const packed = fields.get('names');
  if (packed !== null && packed.length <= longestPacked && /^[\w-]+$/.test(packed)) {
    return { from: 'inside', title, packed };
  }
  const sha256 = fields.get('sha256');
  if (sha256 !== null && /^[0-9a-f]{64}$/.test(sha256)) return { from: 'asked-for', title, sha256 };
  return { from: 'named', name: oneOf(listNames, fields.get('list')) ?? 'given-names' };
}

const writeRun = (changes: readonly RunChange[]): string =>
  changes.map(({ step, learningRate, l2 }) => `${step}_${learningRate}_${l2}`).join('*');

function readRun(fields: URLSearchParams, { learningRate, l2 }: Settings): LinkedRun {
  const step = readWhole(fields.get('step'), longestRun) ?? 0;
  const lastStep = readWhole(fields.get('last'), longestRun) ?? step;
  const plain = [{ step: 0, learningRate, l2 }];
  const written = fields.get('run');
  const changes = written === null ? plain : readChanges(written, lastStep);
  // A run that cannot be read whole is not taken in part: its numbers would be others.
  if (changes === null || lastStep === 0 || step > lastStep) {
    return { changes: plain, lastStep: 0, step: 0 };
  }
  return { changes, lastStep, step };
}

function readChanges(text: string, lastStep: number): RunChange[] | null {
  const parts = text.split('*');
  if (parts.length > mostChanges) return null;
  const changes: RunChange[] = [];
  for (const part of parts) {
    const [at, rate, weight, more] = part.split('_');
    const step = readWhole(at ?? null, longestRun);
    const learningRate = readNumber(rate ?? null, ranges.learningRate.min, ranges.learningRate.max);
    const l2 = readNumber(weight ?? null, ranges.l2.min, ranges.l2.max);
    if (step === null || learningRate === null || l2 === null || more !== undefined) return null;
    const last = changes.at(-1);
    if (last === undefined ? step !== 0 : step <= last.step || step >= lastStep) return null;
    changes.push({ step, learningRate, l2 });
  }
  return changes;
}

function oneOf<T>(choices: readonly T[], text: string | null): T | null {
  return choices.find((choice) => String(choice) === text) ?? null;
}

function readNumber(text: string | null, min: number, max: number): number | null {
  if (text === null || !/^\d+(\.\d+)?(e[+-]?\d+)?$/.test(text)) return null;
  const value = Number(text);
  return value >= min && value <= max ? value : null;
}

function readWhole(text: string | null, most: number): number | null {
  return text !== null && /^\d+$/.test(text) && Number(text) <= most ? Number(text) : null;
}
