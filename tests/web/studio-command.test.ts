import { expect, test } from 'vitest';
import { plainReading } from '../../web/lists/reading.ts';
import type { Reading, TrainingState } from '../../web/messages/protocol.ts';
import type { NameRequest } from '../../web/messages/studio-questions.ts';
import { defaults } from '../../web/state/settings.ts';
import { freeRules } from '../../web/state/studio-defaults.ts';
import { cliCommand } from '../../web/studio/cli-command.ts';

const request: NameRequest = {
  model: 'counted',
  temperature: 1,
  rules: freeRules,
  newOnly: false,
  unique: false,
  count: 20,
  order: 'drawn',
  seed: defaults.nameSeed,
  sampler: 'cdf',
};
const changes = [{ step: 0, learningRate: 50, l2: 0.01 }];
const run = { step: 120, changes, weightsSeed: defaults.weightsSeed } as unknown as TrainingState;
const grounds = {
  request,
  settings: defaults,
  run,
  listFile: 'names.txt',
  reading: plainReading,
  blended: false,
  modelFile: 'names.json',
};

test('what is as usual is not said', () => {
  expect(cliCommand(grounds)).toEqual({
    text: 'makemore sample --count=20 names.txt',
    note: 'It reads names.txt: save the list first, if it is not there.',
  });
});

test('everything on the screen is in the command, in words of a shell', () => {
  const all: NameRequest = {
    ...request,
    temperature: 0.7,
    rules: {
      startsWith: 'ma',
      endsWith: "'",
      contains: ['a b', '-'],
      notContains: ['$x'],
      minLength: 3,
      maxLength: 9,
    },
    newOnly: true,
    unique: true,
    order: 'probability',
    seed: 7,
    sampler: 'race',
  };
  const settings = { ...defaults, smoothing: 2.5 };
  expect(cliCommand({ ...grounds, request: all, settings, listFile: '-my list.txt' })).toEqual({
    text:
      `makemore sample --smoothing=2.5 --count=20 --seed=7 --sampler=race --starts-with=ma ` +
      `--ends-with=''\\''' --contains='a b' --contains=- --not-contains='$x' --min-length=3 ` +
      `--max-length=9 --temperature=0.7 --new-only --unique --sort=probability './-my list.txt'`,
    note: 'It reads -my list.txt: save the list first, if it is not there.',
  });
});

test('a blend is read from its model file, and the copy says why', () => {
  const reading = { ...plainReading, foldsCase: true };
  expect(cliCommand({ ...grounds, listFile: null, blended: true, reading })).toEqual({
    text: 'makemore sample --count=20 names.json',
    note: 'It reads names.json, for it cannot blend lists: download the model first.',
  });
});

test('a run of one setting is trained again by the command; another is read from its model file', () => {
  const learned = { ...grounds, request: { ...request, model: 'learned' as const, newOnly: true } };
  expect(cliCommand(learned)).toEqual({
    text: 'makemore sample --model=neural --steps=120 --count=20 --new-only names.txt',
    note: 'It reads names.txt: save the list first, if it is not there.',
  });
  const changed = { ...run, changes: [...changes, { step: 9, learningRate: 5, l2: 0 }] };
  const { text, note } = cliCommand({ ...learned, run: changed });
  expect(text).toBe('makemore sample --model=neural --count=20 names.json');
  expect(note).toBe(
    'It reads names.json: download the model first. A model file has no names, so names of the list are not kept out.',
  );
  const otherSeed = { ...learned, request: { ...learned.request, seed: 1 } };
  expect(cliCommand(otherSeed).text).toContain('names.json');
});

test('a list of which only counts are here goes by its model file', () => {
  const { text, note } = cliCommand({ ...grounds, listFile: null });
  expect(text).toBe('makemore sample --count=20 names.json');
  expect(note).toBe('It reads names.json: download the model first.');
});

test('a list that was read in a way of its own is read so again', () => {
  const reading: Reading = {
    windows1252: true,
    records: { separator: '\t', header: true, names: 0, weight: 2 },
    foldsCase: true,
    once: true,
  };
  expect(cliCommand({ ...grounds, reading }).text).toBe(
    'makemore sample --count=20 --encoding=windows-1252 --separator=tab --column=1 --weight=3 ' +
      '--header --fold-case --remove-duplicates names.txt',
  );
  const semicolons: Reading = {
    ...plainReading,
    records: { separator: ';', header: false, names: 1, weight: null },
  };
  expect(cliCommand({ ...grounds, reading: semicolons }).text).toContain(
    "--separator=';' --column=2 --no-header names.txt",
  );
});
