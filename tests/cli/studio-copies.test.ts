// What the naming studio copies, run: the command and the PyTorch program draw the same names, under
// every kind of rule, sampler and order, from counts and from weights, in several scripts.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { plainReading } from '../../web/lists/reading.ts';
import type { TrainingState } from '../../web/messages/protocol.ts';
import type { NameRequest } from '../../web/messages/studio-questions.ts';
import { defaults } from '../../web/state/settings.ts';
import { freeRules, studioDefaults } from '../../web/state/studio-defaults.ts';
import { cliCommand } from '../../web/studio/cli-command.ts';
import { torchScript } from '../../web/studio/torch-script.ts';
import { binary, json, output, path } from './command.ts';
import { runTorchProgram } from './torch.ts';

const readAlone = { reading: plainReading, blended: false };

const lists = fileURLToPath(new URL('../../web/public/lists/', import.meta.url));
const listText = (list: string) => readFileSync(join(lists, `${list}.txt`), 'utf8');

/** A directory in which the copied command finds what it names. */
const home = path('home');
mkdirSync(home);
symlinkSync(binary, join(home, 'makemore'));

const sh = (command: string) =>
  spawnSync('sh', ['-c', command], {
    cwd: home,
    encoding: 'utf8',
    env: { ...process.env, PATH: `${home}:${process.env['PATH'] ?? ''}` },
  });

const plain: NameRequest = {
  ...studioDefaults,
  newOnly: false,
  unique: false,
  seed: defaults.nameSeed,
  sampler: 'cdf',
};

interface Case {
  what: string;
  list: string;
  request: Partial<NameRequest>;
  smoothing?: number;
  steps?: number;
}

const cases: readonly Case[] = [
  { what: 'no rules', list: 'given-names', request: {} },
  {
    what: 'race, tempered, by length',
    list: 'stars',
    request: { sampler: 'race', temperature: 0.7, order: 'length' },
  },
  {
    what: 'mkl, smoothed, A to Z',
    list: 'elements',
    request: { sampler: 'mkl', order: 'alphabet' },
    smoothing: 0.5,
  },
  {
    what: 'new, no repeats, likeliest first',
    list: 'english-towns',
    request: { newOnly: true, unique: true, order: 'probability' },
  },
  {
    what: 'every rule, with accents',
    list: 'french-names',
    request: {
      newOnly: true,
      unique: true,
      temperature: 1.3,
      rules: {
        startsWith: 'm',
        endsWith: 'e',
        contains: ['é', 'l'],
        notContains: ['z', 'oo'],
        minLength: 5,
        maxLength: 11,
      },
    },
  },
  {
    what: 'ends without a longest length, in Greek',
    list: 'greek-names',
    request: { unique: true, rules: { ...freeRules, endsWith: 'ος', notContains: ['σσ'] } },
  },
  {
    what: 'a supply that runs out, in kana',
    list: 'hiragana-names',
    request: {
      newOnly: true,
      unique: true,
      count: 200,
      rules: { ...freeRules, startsWith: 'あ', maxLength: 2 },
    },
  },
  {
    what: 'a network',
    list: 'constellations',
    request: { model: 'learned', rules: { ...freeRules, contains: ['ar'] } },
    steps: 30,
  },
  {
    what: 'an untrained network',
    list: 'irish-names',
    request: { model: 'learned', temperature: 2, rules: { ...freeRules, maxLength: 9 } },
    steps: 0,
  },
];

interface ModelFile {
  alphabet: string[];
  counts: number[][];
  weights: number[][] | null;
}

for (const { what, list, request: asked, smoothing = 0, steps = 0 } of cases) {
  test(`${what}: ${list}`, () => {
    const request = { ...plain, ...asked };
    const text = listText(list);
    const listFile = `${list}.txt`;
    writeFileSync(join(home, listFile), text);
    const changes = [{ step: 0, learningRate: defaults.learningRate, l2: defaults.l2 }];
    const run = { step: steps, changes, weightsSeed: request.seed } as unknown as TrainingState;
    const settings = { ...defaults, smoothing };
    const modelFile = `${list}.json`;
    const command = cliCommand({ request, settings, run, modelFile, listFile, ...readAlone });
    expect(command.note).toContain(listFile);
    const printed = sh(command.text);
    expect(printed.status, printed.stderr).toBe(0);
    expect(printed.stdout.split('\n').length).toBeGreaterThan(3);

    const model = join(home, modelFile);
    output(['train', join(home, listFile), '--steps', String(steps), '--save', model]);
    const { alphabet, counts, weights } = JSON.parse(readFileSync(model, 'utf8')) as ModelFile;
    const program = torchScript({
      request,
      alphabet,
      counts: Float64Array.from(counts.flat()),
      smoothing,
      weights: request.model === 'learned' ? (weights?.flat() ?? []) : null,
      listed: request.newOnly ? [...new Set(text.trim().split('\n'))] : null,
    });
    expect(program.leavesOut).toEqual([]);
    const drawn = runTorchProgram(program.text);
    if (drawn !== null) expect(drawn).toBe(printed.stdout);
  });
}

test('where a run cannot be taken again, the command reads the model file and draws the same', () => {
  const list = join(lists, 'stars.txt');
  const model = join(home, 'stars.json');
  output(['train', list, '--steps', '3', '--seed', '5', '--save', model]);
  const run = { step: 3, changes: [], weightsSeed: 5 } as unknown as TrainingState;
  const { text, note } = cliCommand({
    ...readAlone,
    request: { ...plain, model: 'learned', seed: 5 },
    settings: defaults,
    run,
    listFile: 'stars.txt',
    modelFile: 'stars.json',
  });
  expect(note).toContain('stars.json');
  const trained = ['sample', list, '--model', 'neural', '--steps', '3', '--seed', '5'];
  expect(sh(text).stdout).toBe(output([...trained, '--count', '20']));
});

const lecture =
  process.env['MAKEMORE_NAMES'] ??
  fileURLToPath(new URL('../../../shared/data/names.txt', import.meta.url));

test('32,033 names are left out by the program as by the command', () => {
  // Without the lecture's names, as many different ones.
  const made = () => Array.from({ length: 32_033 }, (_, i) => (i * 2_654_435_761).toString(26));
  const text = existsSync(lecture)
    ? readFileSync(lecture, 'utf8')
    : made()
        .join('\n')
        .replace(/[0-9.]/g, (digit) => 'qrstuvwxyz_'.charAt(Number(digit) || 10));
  writeFileSync(join(home, 'names.txt'), text);
  const request = {
    ...plain,
    newOnly: true,
    unique: true,
    rules: { ...freeRules, startsWith: 'm', maxLength: 5 },
  };
  const { counts, alphabet } = json<ModelFile>(['count', join(home, 'names.txt')]);
  const run = { step: 0, changes: [], weightsSeed: 1 } as unknown as TrainingState;
  const files = { listFile: 'names.txt', modelFile: 'names.json' };
  const command = cliCommand({ request, settings: defaults, run, ...readAlone, ...files });
  const program = torchScript({
    request,
    alphabet,
    counts: Float64Array.from(counts.flat()),
    smoothing: 0,
    weights: null,
    listed: [...new Set(text.trim().split('\n'))],
  });
  const drawn = runTorchProgram(program.text);
  const printed = sh(command.text).stdout;
  expect(printed.trimEnd().split('\n')).toHaveLength(20);
  if (drawn !== null) expect(drawn).toBe(printed);
});
