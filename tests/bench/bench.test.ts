// What the benchmark compares must compute the same; nothing here is timed. Its workers run under Node, its native
// program is the one for any x86-64.
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { lectureFigures } from './harness/lecture.mjs';
import { LineProcess } from './harness/line-process.mjs';
import { accentedCopies, distinctCopies, makeLists, shuffledCopies } from './harness/lists.mjs';
import { nodePlace } from './harness/node-place.mjs';
import { least, median, ratio, spread, takeTurns } from './harness/rounds.mjs';
import { makeSite } from './harness/site.mjs';
import { checkTokens } from './parts/names.mjs';
import { checkWeights, nativeStep, pythonSteps, sameAlgorithm, scriptStep } from './parts/step.mjs';
import { docsPath, measuredPath, withTables } from './report/docs.mjs';
import { targets } from './report/names.mjs';
import { asText, sections } from './report/table.mjs';

const native = new URL('../../build/bench-sse2/bench/makemore_bench', import.meta.url).pathname;
const lectureScript = new URL('lecture_step.py', import.meta.url).pathname;

type Figures = Awaited<ReturnType<typeof lectureFigures>>;

let figures: Figures;
let node: ReturnType<typeof nodePlace>;
let folder: string;
beforeAll(async () => {
  figures = await lectureFigures();
  node = nodePlace(await makeSite());
  folder = await mkdtemp(join(tmpdir(), 'makemore-bench-'));
});
afterEach(() => node.stop());
afterAll(() => rm(folder, { recursive: true }));

describe('a step', () => {
  test.each([['wasm-step', {}], ...sameAlgorithm, ['lecture-step', {}]] as typeof sameAlgorithm)(
    'by %s %o leads to the lecture’s weights',
    async (module, options) => {
      const { measure } = await scriptStep(node, module, figures, options);
      expect(await measure(1)).toBeGreaterThan(0);
    },
  );

  test('of the native core leads to the known fingerprint', async () => {
    const { measure, stop } = await nativeStep('native', native, figures);
    expect(await measure(1)).toBeGreaterThan(0);
    stop();
  });

  test('in Python, as far as it is there, leads to the lecture’s weights', async () => {
    const { steps, versions, stop } = await pythonSteps(lectureScript, figures);
    expect(steps.length).toBe(
      (versions['torch'] === null ? 0 : 2) + (versions['numpy'] === null ? 0 : 1),
    );
    for (const { measure } of steps) expect(await measure(1)).toBeGreaterThan(0);
    stop();
  });

  test('that leads elsewhere is found out', () => {
    const weights = figures.after10.map((weight, i) => (i === 5 ? weight + 0.01 : weight));
    expect(() => {
      checkWeights('it', weights, figures);
    }).toThrow('it trains wrongly');
  });
});

describe('a list', () => {
  const write = async (text: string) => {
    const path = join(folder, 'list.txt');
    await writeFile(path, text);
    return path;
  };
  const found = async (module: string, path: string): Promise<unknown> => {
    const ask = await node.start(module, { path });
    return ask('found', null);
  };

  const many = (names: Iterable<string>, count: number): string => {
    const lines: string[] = [];
    for (const name of names) {
      if (lines.push(name) === count) break;
    }
    return `${lines.join('\n')}\n`;
  };
  const names = ['emma', 'olivia', 'ava', 'isabella', 'sophia', 'charlotte', 'mia', 'amelia', 'io'];

  test.each([
    ['plain', 'emma\nava\n\nemma\nbo ann\n'],
    [
      'of CR LF, marks and controls',
      '  Åsa\r\ne\u0301va\r\nΑθηνά\r\nさくら\r\na\tb\r\n\r\n𐐀b\r\nemma',
    ],
    ['shuffled, longer than a chunk', many(shuffledCopies(names), 30_000)],
    ['accented, longer than a chunk', many(accentedCopies(names), 30_000)],
    ['distinct, longer than a chunk', many(distinctCopies(names), 30_000)],
  ])('%s is the same to the core and to JavaScript', async (_, text) => {
    const path = await write(text);
    const bytes = Buffer.byteLength(text);
    const core = (await found('wasm-read', path)) as { names: number; lengths: number[] };
    const script = (await found('js-read', path)) as typeof core;
    expect({ ...script, lengths: script.lengths.slice(0, core.lengths.length) }).toEqual(core);

    const drain = await node.start('drain', { path });
    expect(await drain('measure', null)).toMatchObject({ bytes });
    for (const module of ['wasm-read', 'wasm-count', 'js-read']) {
      const ask = await node.start(module, { path });
      expect(await ask('measure', null), module).toMatchObject({ names: core.names });
    }
    const program = new LineProcess(native, []);
    expect(await program.ask(`load ${path}`)).toBe(String(bytes));
    for (const command of [`read ${bytes}`, `read-file ${path}`]) {
      expect((await program.ask(command)).split(' ')[1], command).toBe(String(core.names));
    }
    program.close();
  });

  test('is read as far as is asked', async () => {
    const path = await write('emma\nava\nolivia\n');
    const ask = await node.start('wasm-read', { path });
    expect(await ask('measure', 8)).toMatchObject({ names: 2 });
    const program = new LineProcess(native, []);
    await program.ask(`load ${path}`);
    expect((await program.ask('read 8')).split(' ')[1]).toBe('2');
    await expect(program.ask('load /no/such/file')).rejects.toThrow('no such file');
    program.close();
  });

  test('is made of the names: every one as often, none twice, or every fifth accented', async () => {
    const said: string[] = [];
    const source = await write(names.join('\n'));
    const options = { folder, source, megabytes: 0.1, say: (text: string) => said.push(text) };
    const lists = await makeLists(options);
    expect(lists.map(({ id }) => id)).toEqual(['shuffled', 'distinct', 'accented']);
    const [shuffled, distinct, accented] = await Promise.all(
      lists.map(async ({ path }) => (await readFile(path, 'utf8')).trimEnd().split('\n')),
    );
    for (const { bytes } of lists) expect(Math.abs(bytes - 1e5)).toBeLessThan(40);
    expect(new Set(shuffled)).toEqual(new Set(names));
    const counts = names.map((name) => shuffled!.filter((each) => each === name).length);
    expect(Math.max(...counts) - Math.min(...counts)).toBeLessThanOrEqual(1);
    expect(new Set(distinct).size).toBe(distinct!.length);
    const changed = accented!.filter((name) => !names.includes(name)).length;
    expect(changed).toBe(Math.floor(accented!.length / 5));
    await makeLists(options);
    expect(said).toHaveLength(3);
  });
});

describe('a sampler', () => {
  test.each(['wasm-alias', 'js-alias', 'js-cdf'])(
    '%s draws what the counts say',
    async (module) => {
      const { size, counts } = figures;
      const ask = await node.start(module, { size, counts });
      checkTokens(module, (await ask('sample', null)) as number[], figures);
      expect(await ask('measure', 1)).toBeGreaterThan(0);
    },
  );

  test('that draws something else is found out', () => {
    const tokens = Array.from({ length: 65_536 }, (_, i) => i % 27);
    expect(() => {
      checkTokens('it', tokens, figures);
    }).toThrow('it draws token');
  });
});

describe('rounds', () => {
  test('take turns, and the first one is not counted', async () => {
    const turns: string[] = [];
    const contender = (id: string, figure: number) => ({
      id,
      measure: () => Promise.resolve(figure + turns.push(id)),
    });
    const measured = await takeTurns([contender('a', 10), contender('b', 20)], 2, () => undefined);
    expect(turns.join('')).toBe('ababab');
    expect(measured.get('a')).toEqual([13, 15]);
    expect(measured.get('b')).toEqual([24, 26]);
    expect(ratio(measured, 'b', 'a')).toBeCloseTo((24 / 13 + 26 / 15) / 2);
    expect(ratio(measured, 'a', 'c')).toBeNull();
  });

  test('have no room for what cannot be', async () => {
    const measure = () => Promise.resolve(Number.NaN);
    await expect(takeTurns([{ id: 'a', measure }], 1, () => undefined)).rejects.toThrow(
      'a measured',
    );
  });

  test('know middle, least and spread', () => {
    expect(median([3, 1, 2])).toBe(2);
    expect(median([4, 1, 2, 3])).toBe(2.5);
    expect(least([2, null, 1])).toBe(1);
    expect(least([null])).toBeNull();
    expect(spread([2, 5, 4])).toBe(2.5);
  });
});

describe('the page of the docs', () => {
  const kept = async () => ({
    docs: await readFile(docsPath, 'utf8'),
    result: JSON.parse(await readFile(measuredPath, 'utf8')) as {
      quick: boolean;
      ratios: Record<string, number | null>;
    },
  });

  test('has the figures of the run that is kept, and no others', async () => {
    const { docs, result } = await kept();
    expect(await withTables(docs, result)).toBe(docs);
    expect(result.quick).toBe(false);
    expect(Object.keys(result.ratios)).toEqual(expect.arrayContaining(Object.keys(targets)));
  });

  test('says of each ratio whether it is reached', async () => {
    const { result } = await kept();
    const few = { ...result, ratios: { alias_over_js_alias: 1.5, alias_over_js_cdf: null } };
    const [first] = asText(sections(few)).split('\n\n');
    expect(first).toMatch(/alias_over_js_alias +1\.50 +at least 2\.00 +no/);
    expect(first).toMatch(/alias_over_js_cdf +not measured +at least 6\.00 +no/);
  });
});
