import { expect, test } from 'vitest';
import { holds, readLink, writeLink } from '../../web/links/link.ts';
import type { LinkState } from '../../web/links/link.ts';
import { longestPacked, pack, unpack } from '../../web/links/packing.ts';
import { plainReading } from '../../web/lists/reading.ts';
import { defaults } from '../../web/state/settings.ts';
import { studioDefaults } from '../../web/state/studio-defaults.ts';
import { plainView } from '../../web/state/view.ts';

const start: LinkState = {
  list: { from: 'named', name: 'given-names' },
  reading: plainReading,
  settings: defaults,
  run: { changes: [{ step: 0, learningRate: 50, l2: 0.01 }], lastStep: 0, step: 0 },
  view: plainView,
  studio: studioDefaults,
  station: null,
  word: null,
};
const sha256 = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855';
const far: LinkState = {
  list: { from: 'asked-for', title: 'Mes prénoms & co #1.txt', sha256 },
  reading: {
    windows1252: true,
    records: { separator: '\t', header: true, names: 0, weight: 11 },
    foldsCase: true,
    once: true,
  },
  settings: {
    learningRate: 0.1,
    l2: 1e-7,
    smoothing: 1e6,
    weightsSeed: 0,
    speed: 'unlimited',
    nameSeed: Number.MAX_SAFE_INTEGER,
    sampler: 'race',
    untrained: 'initial',
  },
  run: {
    changes: [
      { step: 0, learningRate: 50, l2: 0.01 },
      { step: 120, learningRate: 0.1, l2: 1e-7 },
      { step: 4000, learningRate: 0.1, l2: 0 },
    ],
    lastStep: 10_000_000,
    step: 300,
  },
  view: {
    tab: 'names',
    tables: 'difference',
    order: 'frequency',
    cellText: !plainView.cellText,
    steps: 'log',
  },
  studio: {
    model: 'learned',
    temperature: 0.65,
    rules: {
      startsWith: 'é &',
      endsWith: '=',
      contains: ['a', '%'],
      notContains: ['#', ' b'],
      minLength: 3,
      maxLength: 1000,
    },
    newOnly: false,
    unique: false,
    count: 1000,
    order: 'alphabet',
  },
  station: 'smoothing',
  word: '. é+&=%',
};

test('the page as it starts needs no words', () => {
  expect(writeLink(start)).toBe('');
  expect(readLink('')).toEqual(start);
  expect(readLink('#')).toEqual(start);
});

test('everything comes back as it was, in an address as it is', () => {
  const text = writeLink(far);
  expect(text).toMatch(/^[\w.*%+=&~-]+$/);
  expect(readLink(`#${text}`)).toEqual(far);
  expect(new URL(`http://host/#${text}`).hash).toBe(`#${text}`);
  const inside: LinkState = { ...start, list: { from: 'inside', title: 'x', packed: 'ab-_9' } };
  expect(readLink(writeLink(inside))).toEqual(inside);
  const lecture: LinkState = { ...start, list: { from: 'named', name: 'lecture' } };
  expect(writeLink(lecture)).toBe('list=lecture');
  expect(readLink('list=lecture')).toEqual(lecture);
});

test('a run without changes says its step and no more', () => {
  const state = { ...start, run: { ...start.run, step: 266, lastStep: 266 } };
  expect(writeLink(state)).toBe('step=266');
  expect(readLink('step=266')).toEqual(state);
});

test('a run that started otherwise than the settings are now says so', () => {
  const settings = { ...defaults, learningRate: 10 };
  const state = { ...start, settings, run: { ...start.run, step: 5, lastStep: 9 } };
  expect(readLink(writeLink(state))).toEqual(state);
});

test.each([
  'rate=0',
  'rate=1e9',
  'rate=-1',
  'rate=0x10',
  'rate=much',
  'l2=NaN',
  'weights=1.5',
  'weights=99999999999999999999',
  'sampler=best',
  'speed=7',
  'list=secret',
  'sha256=abc',
  'names=%3Cscript%3E',
  'station=../x',
  'tables=pie',
  'step=-1',
  'step=1e3',
  'step=9&last=8',
  'step=9&run=1_50_0.01',
  'step=9&run=0_50_0.01*0_5_0.01',
  'step=9&run=0_50_0.01*9_5_0.01',
  'step=9&run=0_50',
  'step=9&run=0_50_0.01_7',
  'step=9&run=',
  '__proto__=1&constructor=2',
])('what cannot be is not read: %s', (text) => {
  expect(readLink(text)).toEqual(start);
});

test('what is too long is not read', () => {
  expect(readLink(`names=${'a'.repeat(longestPacked + 1)}`)).toEqual(start);
  expect(readLink(`word=${'a'.repeat(201)}`)).toEqual(start);
});

test('a run holds a link that is a part of it', () => {
  const { changes } = far.run;
  const open = { changes, lastStep: 5000 };
  const first = changes.slice(0, 1);
  expect(holds(open, { changes, lastStep: 5000, step: 7 })).toBe(true);
  expect(holds(open, { changes: first, lastStep: 120, step: 120 })).toBe(true);
  expect(holds(open, { changes: first, lastStep: 0, step: 0 })).toBe(true);
  expect(holds(open, { changes: first, lastStep: 121, step: 3 })).toBe(false);
  expect(holds(open, { changes, lastStep: 5001, step: 7 })).toBe(false);
});

test('a short list fits into a link, a long one does not', async () => {
  const text = 'Zoë\nanna\r\nб😀\n';
  const packed = await pack(text);
  expect(packed).toMatch(/^[\w-]+$/);
  expect(await unpack(packed ?? '')).toBe(text);
  // Letters without a pattern do not deflate.
  let state = 1;
  const random = Array.from({ length: 9000 }, () => {
    state = (state * 48271) % 2147483647;
    return String.fromCharCode(97 + (state % 26));
  }).join('');
  expect(await pack(random)).toBeNull();
  await expect(unpack('abc')).rejects.toThrow();
});
