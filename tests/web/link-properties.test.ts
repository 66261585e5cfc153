// Laws of the address, held against states and texts that nobody would think of.
import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { largestWeight, mostParts } from '../../web/links/blend.ts';
import { longestRun, readLink, writeLink } from '../../web/links/link.ts';
import type { LinkedList, LinkedRun, LinkedSingle, LinkState } from '../../web/links/link.ts';
import { longestLength, mostNames, nameOrders, temperatures } from '../../web/links/studio.ts';
import { listNames } from '../../web/lists/bundled.ts';
import type { Reading } from '../../web/messages/protocol.ts';
import { largestSeed, ranges, samplers, speeds, untrainedKinds } from '../../web/state/settings.ts';
import type { NumberKey, Settings } from '../../web/state/settings.ts';
import { viewChoices } from '../../web/state/view.ts';

// However slow the machine.
vi.setConfig({ testTimeout: 600_000 });

/** Whole code points of all of Unicode, many of them outside the first plane. */
const text = (least = 0) => fc.string({ unit: 'binary', minLength: least, maxLength: 20 });
const number = ({ min, max }: { min: number; max: number }) =>
  fc.double({ min, max, noNaN: true }).map(Math.abs);
const setting = (key: NumberKey) => number(ranges[key]);
const seed = fc.integer({ min: 0, max: largestSeed });
const step = fc.integer({ min: 0, max: longestRun });
const sha256 = fc.string({
  unit: fc.constantFrom(...'0123456789abcdef'),
  minLength: 64,
  maxLength: 64,
});

const named = fc.record({
  from: fc.constant('named' as const),
  name: fc.constantFrom(...listNames),
});
const askedFor = (title: fc.Arbitrary<string>) =>
  fc.record({ from: fc.constant('asked-for' as const), title, sha256 });
const single: fc.Arbitrary<LinkedSingle> = fc.oneof(named, askedFor(text(1)));
const column = fc.integer({ min: 0, max: 9998 });
const reading: fc.Arbitrary<Reading> = fc.record({
  windows1252: fc.boolean(),
  records: fc.option(
    fc.record({
      separator: fc.constantFrom(',' as const, '\t' as const, ';' as const, '|' as const),
      header: fc.boolean(),
      names: column,
      weight: fc.option(column),
    }),
  ),
  foldsCase: fc.boolean(),
  once: fc.boolean(),
});

const part = fc.record({
  weight: fc.integer({ min: 1, max: largestWeight }),
  list: single,
  reading,
});
const packed = fc.stringMatching(/^[\w-]+$/);
const list: fc.Arbitrary<LinkedList> = fc.oneof(
  named,
  askedFor(text()),
  fc.record({ from: fc.constant('inside' as const), title: text(), packed }),
  fc.record({
    from: fc.constant('blend' as const),
    parts: fc.array(part, { minLength: 1, maxLength: mostParts }),
  }),
);

const settings: fc.Arbitrary<Settings> = fc.record({
  learningRate: setting('learningRate'),
  l2: setting('l2'),
  smoothing: setting('smoothing'),
  weightsSeed: seed,
  nameSeed: seed,
  speed: fc.constantFrom(...speeds),
  sampler: fc.constantFrom(...samplers),
  untrained: fc.constantFrom(...untrainedKinds),
});

const change = { learningRate: setting('learningRate'), l2: setting('l2') };
/** Changes at ascending steps from 0 on, all before the last. */
const run = ({ learningRate, l2 }: Settings): fc.Arbitrary<LinkedRun> =>
  fc
    .tuple(
      step,
      step,
      fc.record(change),
      fc.array(fc.record({ step, ...change }), { maxLength: 5 }),
    )
    .map(([one, other, first, more]) => {
      const lastStep = Math.max(one, other);
      if (lastStep === 0) return { changes: [{ step: 0, learningRate, l2 }], lastStep, step: 0 };
      const later = new Map(more.map((each) => [each.step % lastStep, each]));
      later.delete(0);
      const steps = [...later.keys()].sort((a, b) => a - b);
      const changes = steps.map((at) => ({ ...(later.get(at) ?? first), step: at }));
      return {
        changes: [{ ...first, step: 0 }, ...changes],
        lastStep,
        step: Math.min(one, other),
      };
    });

const studio = fc.record({
  model: fc.constantFrom('counted' as const, 'learned' as const),
  temperature: number(temperatures),
  rules: fc.record({
    startsWith: text(),
    endsWith: text(),
    contains: fc.array(text(1), { maxLength: 4 }),
    notContains: fc.array(text(1), { maxLength: 4 }),
    minLength: fc.integer({ min: 0, max: longestLength }),
    maxLength: fc.option(fc.integer({ min: 1, max: longestLength })),
  }),
  newOnly: fc.boolean(),
  unique: fc.boolean(),
  count: fc.integer({ min: 1, max: mostNames }),
  order: fc.constantFrom(...nameOrders),
});

const view = fc.record({
  tab: fc.constantFrom(...viewChoices.tab),
  tables: fc.constantFrom(...viewChoices.tables),
  order: fc.constantFrom(...viewChoices.order),
  steps: fc.constantFrom(...viewChoices.steps),
  cellText: fc.boolean(),
});

const state: fc.Arbitrary<LinkState> = settings.chain((set) =>
  fc.record({
    list,
    reading,
    settings: fc.constant(set),
    run: run(set),
    view,
    studio,
    station: fc.option(fc.stringMatching(/^[a-z0-9-]{1,40}$/)),
    word: fc.option(text()),
  }),
);

test('whatever the page shows comes back from its address as it was', () => {
  fc.assert(
    fc.property(state, (shown) => {
      const link = writeLink(shown);
      expect(link).toMatch(/^[\w.*%+=&~-]*$/);
      expect(readLink(`#${link}`)).toEqual(shown);
    }),
    { seed: 1, numRuns: 300 },
  );
});

/** What was read is a state like any other: written, it reads the same. */
function readsToTheEnd(link: string): void {
  const read = readLink(link);
  expect(readLink(writeLink(read))).toEqual(read);
}

test('any text is read as some state', () => {
  fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 300 }), readsToTheEnd), {
    seed: 1,
    numRuns: 1000,
  });
});

test('an address that was damaged anywhere is read as some state', () => {
  fc.assert(
    fc.property(state, fc.nat(), fc.nat(20), fc.string({ maxLength: 5 }), (shown, at, cut, put) => {
      const link = writeLink(shown);
      const place = at % (link.length + 1);
      readsToTheEnd(link.slice(0, place) + put + link.slice(place + cut));
    }),
    { seed: 1, numRuns: 300 },
  );
});
