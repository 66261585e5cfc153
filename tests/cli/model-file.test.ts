// MODEL.json (docs/model-file.md): written as it says, read back as it was, refused when damaged.
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { failure, file, json, output, path, smallList } from './command.ts';

interface Model {
  format: unknown;
  version: unknown;
  alphabet: unknown[];
  list: Record<string, unknown>;
  counts: unknown[][];
  training: Record<string, unknown> | null;
  weights: unknown[][] | null;
}

const list = file('list.txt', smallList);
const saved = path('saved.json');
const trained = json<{ weights_fnv1a: string }>(['train', list, '--save', saved]);
const savedText = readFileSync(saved, 'utf8');

/** FNV-1a over the little-endian bytes of float32 weights, as the command prints it. */
function fingerprint(weights: number[][]): string {
  const bytes = new DataView(new ArrayBuffer(4));
  let hash = 0xcbf29ce484222325n;
  for (const weight of weights.flat()) {
    bytes.setFloat32(0, weight, true);
    for (let index = 0; index < 4; index += 1) {
      hash = BigInt.asUintN(64, (hash ^ BigInt(bytes.getUint8(index))) * 0x100000001b3n);
    }
  }
  return hash.toString(16).padStart(16, '0');
}

describe('a saved model', () => {
  const model = JSON.parse(savedText) as Model;

  test('holds what was counted', () => {
    const count = json<Record<string, unknown>>(['count', list]);
    expect(model.format).toBe('makemore-model');
    expect(model.version).toBe(1);
    expect(model.alphabet).toEqual(count['alphabet']);
    expect(model.counts).toEqual(count['counts']);
    expect(model.list).toEqual({
      names: count['names'],
      distinct_names: count['distinct_names'],
      shortest: count['shortest'],
      longest: count['longest'],
    });
  });

  test('holds how it was trained, and the weights to the bit', () => {
    expect(model.training).toEqual({
      seed: '2147483647',
      steps: 100,
      learning_rate: 50,
      l2: 0.01,
    });
    const weights = model.weights as number[][];
    expect(fingerprint(weights)).toBe(trained.weights_fnv1a);
  });

  test('keeps settings that a double holds only just', () => {
    const odd = path('odd.json');
    const options = ['--seed', '18446744073709551615', '--learning-rate', '0.1', '--l2', '1e-300'];
    output(['train', list, '--steps', '3', ...options, '--save', odd]);
    expect((JSON.parse(readFileSync(odd, 'utf8')) as Model).training).toEqual({
      seed: '18446744073709551615',
      steps: 3,
      learning_rate: 0.1,
      l2: 1e-300,
    });
  });

  test('gives the same names and scores as the list it is of', () => {
    for (const kind of ['counts', 'neural']) {
      const options = ['--model', kind, '--count', '50'];
      expect(output(['sample', saved, ...options])).toBe(output(['sample', list, ...options]));
      const words = ['ava', 'zoë', 'ありさ', '--model', kind];
      expect(json(['score', saved, ...words])).toEqual(json(['score', list, ...words]));
    }
    const smooth = ['--smoothing', '0.5', '--sampler', 'race'];
    expect(output(['sample', saved, ...smooth])).toBe(output(['sample', list, ...smooth]));
  });

  test('is known by its first character, whatever it is called', () => {
    const unnamed = file('model.txt', savedText);
    expect(output(['sample', unnamed])).toBe(output(['sample', list]));
    expect(output(['sample', '-'], `\uFEFF${savedText}`)).toBe(output(['sample', list]));
  });

  test('is not trained again', () => {
    const training = ['--steps', '--learning-rate', '--l2'].map((option) => [option, '1']);
    for (const option of [...training, ['--save', path('no.json')], ['--losses', path('no.csv')]]) {
      const message = failure(2, ['sample', saved, '--model', 'neural', ...option]);
      expect(message).toContain(option[0]);
      expect(message).toContain('model file');
    }
    expect(failure(2, ['score', saved, 'ava', '--model', 'neural', '--seed', '1'])).toContain(
      '--seed',
    );
  });

  test('is the example of its description', () => {
    const page = readFileSync(new URL('../../docs/model-file.md', import.meta.url), 'utf8');
    const example = /```json\n(.*?)```/su.exec(page)?.[1];
    const model = path('example.json');
    output(['train', '-', '--steps', '0', '--save', model], 'ava\n');
    expect(JSON.parse(readFileSync(model, 'utf8'))).toEqual(JSON.parse(example ?? ''));
  });
});

/** A small model that holds; every test below breaks one thing in it. */
function sound(): Model {
  return {
    format: 'makemore-model',
    version: 1,
    alphabet: ['.', 'a', 'v'],
    list: { names: 1, distinct_names: 1, shortest: 3, longest: 3 },
    counts: [
      [0, 1, 0],
      [1, 0, 1],
      [0, 1, 0],
    ],
    training: { seed: '1', steps: 0, learning_rate: 50, l2: 0.01 },
    weights: [
      [1, 2, 3],
      [-1, 0.5, 1e-3],
      [0, 0, 0],
    ],
  };
}

const read = ['score', '-', 'ava', '--model', 'neural'];

test('the sound model is read', () => {
  output(read, JSON.stringify(sound()));
});

test('figures may be unknown, and fields of others are passed over', () => {
  const model = { ...sound(), comment: 'mine' };
  model.list = { names: 1, distinct_names: null, shortest: null, longest: null };
  output(read, JSON.stringify(model));
});

test('without weights there are counts only', () => {
  const model = JSON.stringify({ ...sound(), training: null, weights: null });
  output(['score', '-', 'ava'], model);
  expect(failure(1, read, model)).toContain('no weights');
});

test('counts are whole numbers of 64 bits', () => {
  // Two names' worth of 2^63 - 1 bigrams would be too many; one of these is just not.
  const text = JSON.stringify(sound()).replace(
    '[0,1,0],[1,0,1],[0,1,0]',
    '[0,1,0],[1,18446744073709551610,1],[0,1,0]',
  );
  const model = text.replace('"longest":3', '"longest":null');
  output(['score', '-', 'ava'], model);
  const more = model.replace('18446744073709551610', '18446744073709551612');
  expect(failure(1, read, more)).toContain('counts: ');
});

describe('a damaged model names its field', () => {
  const required: [string, (model: Model) => void][] = [];
  const fields = Object.keys(sound()).map((name): [string, string] => ['', name]);
  fields.push(...Object.keys(sound().list).map((name): [string, string] => ['list', name]));
  fields.push(...Object.keys(sound().training ?? {}).map((n): [string, string] => ['training', n]));
  for (const [parent, name] of fields) {
    required.push([
      parent === '' ? `${name}: is missing` : `${parent}.${name}: is missing`,
      (model) => {
        const whole = model as unknown as Record<string, unknown>;
        const object = parent === '' ? whole : (whole[parent] as Record<string, unknown>);
        // eslint-disable-next-line @typescript-eslint/no-dynamic-delete
        delete object[name];
      },
    ]);
  }
  test.each(required)('%s', (message, damage) => {
    const model = sound();
    damage(model);
    expect(failure(1, read, JSON.stringify(model))).toBe(`standard input: ${message}`);
  });

  const wrong: [string, (model: Model) => void][] = [
    ['format: ', (m) => (m.format = 'other')],
    ['format: ', (m) => (m.format = 1)],
    ['version: this is version 2', (m) => (m.version = 2)],
    ['version: ', (m) => (m.version = '1')],
    ['version: ', (m) => (m.version = 1.5)],
    ['version: ', (m) => (m.version = -1)],
    ['alphabet: ', (m) => (m.alphabet = ['.'])],
    ['alphabet: ', (m) => (m.alphabet = Array.from({ length: 2002 }, () => 'a'))],
    ['alphabet: ', (m) => ((m as { alphabet: unknown }).alphabet = '.av')],
    ['alphabet[0]: ', (m) => (m.alphabet[0] = '')],
    ['alphabet[0]: ', (m) => (m.alphabet[0] = 'A')],
    ['alphabet[1]: ', (m) => (m.alphabet[1] = 'ab')],
    ['alphabet[1]: ', (m) => (m.alphabet[1] = '')],
    ['alphabet[1]: ', (m) => (m.alphabet[1] = '\n')],
    ['alphabet[1]: ', (m) => (m.alphabet[1] = '\0')],
    ['alphabet[1]: ', (m) => (m.alphabet[1] = 7)],
    ['alphabet[2]: "a" is there twice', (m) => (m.alphabet[2] = 'a')],
    ['alphabet[2]: "B" is out of order', (m) => (m.alphabet[2] = 'B')],
    ['counts: ', (m) => ((m as { counts: unknown }).counts = null)],
    ['counts: ', (m) => m.counts.pop()],
    ['counts: ', (m) => m.counts.push([0, 0, 0])],
    ['counts[1]: ', (m) => m.counts[1]?.pop()],
    ['counts[1]: ', (m) => ((m.counts as unknown[])[1] = 5)],
    ['counts[1][2]: ', (m) => (m.counts[1]![2] = -1)],
    ['counts[1][2]: ', (m) => (m.counts[1]![2] = 1.5)],
    ['counts[1][2]: ', (m) => (m.counts[1]![2] = 1e300)],
    ['counts[1][2]: ', (m) => (m.counts[1]![2] = null)],
    ['counts[1][2]: ', (m) => (m.counts[1]![2] = '1')],
    ['counts[0]: the row adds up to 1', (m) => (m.counts[1]![0] = 2)],
    ['counts[0]: the row is empty', (m) => (m.counts = sound().counts.map(() => [0, 0, 0]))],
    ['counts[0][0]: ', (m) => (m.counts[0]![0] = 1)],
    ['list: ', (m) => ((m as { list: unknown }).list = null)],
    ['list.names: ', (m) => (m.list['names'] = 2)],
    ['list.names: ', (m) => (m.list['names'] = null)],
    ['list.names: ', (m) => (m.list['names'] = 0)],
    ['list.distinct_names: ', (m) => (m.list['distinct_names'] = 2)],
    ['list.distinct_names: ', (m) => (m.list['distinct_names'] = 0)],
    ['list.shortest: ', (m) => (m.list['shortest'] = 4)],
    ['list.shortest: ', (m) => (m.list['shortest'] = 'x')],
    ['list.longest: ', (m) => (m.list['longest'] = 2)],
    ['training: ', (m) => (m.training = null)],
    ['training: ', (m) => ((m as { training: unknown }).training = [])],
    ['training.seed: ', (m) => (m.training!['seed'] = 1)],
    ['training.seed: ', (m) => (m.training!['seed'] = '')],
    ['training.seed: ', (m) => (m.training!['seed'] = '-1')],
    ['training.seed: ', (m) => (m.training!['seed'] = '18446744073709551616')],
    ['training.steps: ', (m) => (m.training!['steps'] = -1)],
    ['training.steps: ', (m) => (m.training!['steps'] = 0.5)],
    ['training.learning_rate: ', (m) => (m.training!['learning_rate'] = -1)],
    ['training.learning_rate: ', (m) => (m.training!['learning_rate'] = 'fast')],
    ['training.l2: ', (m) => (m.training!['l2'] = null)],
    ['weights: ', (m) => (m.weights = null)],
    ['weights: ', (m) => m.weights?.pop()],
    ['weights: ', (m) => ((m as { weights: unknown }).weights = 'none')],
    ['weights[2]: ', (m) => m.weights?.[2]?.push(0)],
    ['weights[2]: ', (m) => ((m.weights as unknown[])[2] = null)],
    ['weights[2][0]: ', (m) => (m.weights![2]![0] = null)],
    ['weights[2][0]: ', (m) => (m.weights![2]![0] = '0')],
    ['weights[2][0]: ', (m) => (m.weights![2]![0] = 1e39)],
  ];
  test.each(wrong.map(([message, damage], index) => ({ index, message, damage })))(
    '$index $message',
    ({ message, damage }) => {
      const model = sound();
      damage(model);
      const said = failure(1, read, JSON.stringify(model));
      expect(said.startsWith(`standard input: ${message}`), said).toBe(true);
    },
  );

  const text = JSON.stringify(sound());
  const broken: [string, string, string][] = [
    ['an empty file', '', 'line 1, column 1: '],
    ['an end too early', text.slice(0, 50), 'line 1, column 51: '],
    ['something after the end', `${text}\n{}`, 'line 2, column 1: '],
    ['a bad token', text.replace('"version":1', '\n"version":one'), 'line 2, column '],
    ['a number beyond all', text.replace('0.5', '1e999'), 'this is not JSON'],
    ['NaN', text.replace('0.5', 'NaN'), 'line 1, column '],
    ['half a surrogate pair', text.replace('"v"', '"\\ud800"'), 'line 1, column '],
    ['a key twice', text.replace('{', '{"version":1,'), 'the key "version" is there twice'],
    ['an array', '[1]', 'a model file is one JSON object'],
    ['deep nesting', `{"a":${'['.repeat(200_000)}`, 'line 1, column '],
  ];
  test.each(broken)('%s', (_, content, message) => {
    const model = file('broken.json', content);
    expect(failure(1, ['sample', model])).toContain(`${model}: ${message}`);
  });

  test('bytes that are not UTF-8', () => {
    const bytes = Buffer.from(text.replace('"v"', '"\xEB"'), 'latin1');
    expect(failure(1, ['sample', file('latin1.json', bytes)])).toContain('line 1, column ');
  });
});
