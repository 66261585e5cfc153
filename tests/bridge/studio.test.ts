// The studio's answers on the real core: names under rules, what to blame, own names, exports, blends.
import { spawnSync } from 'node:child_process';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { plainReading } from '../../web/lists/reading.ts';
import type { ListSource } from '../../web/messages/protocol.ts';
import type { AnswerTo, Asked } from '../../web/messages/questions.ts';
import type { NameRules, StudioQuestion } from '../../web/messages/studio-questions.ts';
import { freeRules } from '../../web/state/studio-defaults.ts';
import { loadCore } from '../../web/worker/core.ts';
import type { Core } from '../../web/worker/core.ts';
import { readList } from '../../web/worker/load.ts';
import { answerQuestion } from '../../web/worker/questions.ts';
import { Session } from '../../web/worker/session.ts';
import { lectureOptions } from './options.ts';

const names = 'anna\nada\nava\neva\nhanna\nhannah\nmax\nmaxi\nmia\n';
const usual = {
  about: 'generate',
  model: 'counted',
  temperature: 1,
  rules: freeRules,
  newOnly: false,
  unique: false,
  count: 20,
  order: 'drawn',
  seed: 5,
  sampler: 'cdf',
} as const;

let core: Core;
let session: Session | undefined;
beforeAll(async () => {
  core = await loadCore();
});
afterEach(() => {
  session?.dispose();
  session = undefined;
});

const watch = { progress: () => undefined, cancelled: () => false };

async function open(source: ListSource, smoothing = 0): Promise<Session> {
  const { corpus, training } = (await readList(core, source, watch))!;
  session = new Session(
    core,
    corpus,
    'list',
    { ...lectureOptions, smoothing },
    training,
    source.reading,
  );
  return session;
}

const openText = (text = names, smoothing = 0) => open({ from: 'text', text }, smoothing);

/** The answer to a question about the list that is open. */
function ask<Q extends StudioQuestion>(question: Q): AnswerTo<Q> {
  const madeWith = { learningRate: lectureOptions.learningRate, l2: lectureOptions.l2 };
  const source = { from: 'text', text: '' } as const;
  return answerQuestion(question, {
    session: session!,
    source,
    options: lectureOptions,
    madeWith,
  }) as AnswerTo<Q>;
}

type Request = Partial<Omit<Asked<'generate'>, 'rules'>> & { rules?: Partial<NameRules> };

const generate = ({ rules, ...request }: Request = {}) =>
  ask({ ...usual, ...request, rules: { ...freeRules, ...rules } });

function given(request: Request = {}) {
  const answer = generate(request);
  if (answer.refused !== null) throw new Error(answer.refused);
  return answer;
}

function blamed(request: Request): string {
  const answer = generate(request);
  if (answer.refused === null) throw new Error('Nothing was refused.');
  expect(answer.refused).toMatch(/\w/);
  return `${answer.field} ${answer.index}`;
}

describe('names', () => {
  it('keep the rules, and come as the order says', async () => {
    await openText();
    const rules = { startsWith: 'h', contains: ['nn'], maxLength: 7 };
    const { names: drawn, requestProbability, logRequestProbability } = given({ rules });
    expect(drawn).toHaveLength(20);
    for (const { name } of drawn) expect(name).toMatch(/^h(?=.*nn).{0,6}$/u);
    expect(requestProbability).toBeGreaterThan(0);
    expect(Math.log(requestProbability)).toBeCloseTo(logRequestProbability, 12);
    const likely = given({ rules, order: 'probability' }).names.map((each) => each.logProbability);
    expect(likely).toEqual([...likely].sort((a, b) => b - a));
    const sorted = given({ rules, order: 'alphabet' }).names.map(({ name }) => name);
    expect(sorted).toEqual([...sorted].sort());
    const lengths = given({ rules, order: 'length' }).names.map(({ name }) => name.length);
    expect(lengths).toEqual([...lengths].sort((a, b) => a - b));
  });

  it('keep rules that are typed otherwise than the list was read: decomposed, or in capitals', async () => {
    const reading = { ...plainReading, foldsCase: true };
    await open({ from: 'text', text: 'José\nAna\nÅsa\n', reading });
    const rules = { startsWith: 'JOS', endsWith: 'e\u0301', notContains: ['A'] };
    expect(given({ rules, count: 1 }).names.map(({ name }) => name[0])).toEqual(['j']);
    const table = { model: 'counted', temperature: 1 } as const;
    const own = ask({ about: 'own-name', name: 'A\u030Asa', ...table });
    expect(own).toMatchObject({ name: 'åsa', standing: 'listed' });
  });

  it('without rules are those that are shown under the same seed', async () => {
    const { corpus, counted } = await openText();
    const shown = core.sample(corpus, counted, {
      count: 20,
      seed: 5,
      sampler: 'race',
      lengthLimit: 1000,
    });
    expect(given({ sampler: 'race' }).names.map(({ name }) => name)).toEqual(
      shown.map(({ name }) => name),
    );
  });

  it('tell what the list says of them', async () => {
    await openText();
    for (const { name, standing, nearest, percentile } of given({ count: 100 }).names) {
      expect(standing).toBe(names.split('\n').includes(name) ? 'listed' : 'new');
      expect(nearest === null || names.split('\n').includes(nearest)).toBe(true);
      expect(percentile).toBeGreaterThanOrEqual(0);
      expect(percentile).toBeLessThanOrEqual(1);
    }
  });

  it('are new, and none twice, until there are no more', async () => {
    await openText('ab\nba\n');
    const { names: drawn, exhausted } = given({
      newOnly: true,
      unique: true,
      count: 1000,
      rules: { maxLength: 4 },
    });
    const all = drawn.map(({ name }) => name);
    expect(new Set(all).size).toBe(all.length);
    // b never follows b, nor a a: a, b, aba, bab, abab, baba are all but the listed two.
    expect([...all].sort()).toEqual(['a', 'aba', 'abab', 'b', 'bab', 'baba']);
    expect(exhausted).toContain('6 new names');
  });

  it('follow the model, the smoothing, the temperature and training', async () => {
    const opened = await openText();
    const drawn = (request: Request = {}) =>
      given(request)
        .names.map(({ name }) => name)
        .join();
    const counted = drawn();
    expect(drawn({ temperature: 3 })).not.toBe(counted);
    const untrained = drawn({ model: 'learned' });
    expect(untrained).not.toBe(counted);
    opened.run(300, lectureOptions);
    const trained = drawn({ model: 'learned' });
    expect(trained).not.toBe(untrained);
    opened.restore({ step: 0, weights: new core.Trainer(opened.corpus, 2147483647).weights() });
    expect(drawn({ model: 'learned' })).toBe(untrained);
    opened.smooth(5);
    expect(drawn()).not.toBe(counted);
    opened.smooth(0);
    expect(drawn()).toBe(counted);
  });

  it('are ranked by the table that they come from', async () => {
    const opened = await openText();
    const percentile = (name: string, temperature: number) =>
      ask({ about: 'own-name', name, model: 'counted', temperature }).percentile;
    const listed = names.trim().split('\n');
    for (const temperature of [1, 0.2, 1]) {
      const table = core.tempered(opened.counted, temperature);
      const likely = (name: string) =>
        core.nameFacts(opened.corpus, table, null, name).logProbability;
      for (const name of listed) {
        const below = listed.filter((other) => likely(other) < likely(name)).length;
        expect(percentile(name, temperature)).toBe(below / listed.length);
      }
      table.delete();
    }
  });
});

describe('a refused request names what is to blame', () => {
  const cases: [Request, string][] = [
    [{ rules: { startsWith: 'xq' } }, 'startsWith 0'],
    [{ rules: { startsWith: 'h', endsWith: 'z' } }, 'endsWith 0'],
    [{ rules: { contains: ['an', 'q', 'v'] } }, 'contains 1'],
    [{ rules: { notContains: ['q', 'a', 'm'] } }, 'notContains 1'],
    [{ rules: { startsWith: 'hanna', maxLength: 3 } }, 'startsWith 0'],
    [{ rules: { minLength: 5, maxLength: 4 } }, 'minLength 0'],
    [{ rules: { maxLength: 0.5 } }, 'maxLength 0'],
    [{ rules: { minLength: 2000 } }, 'minLength 0'],
    [{ temperature: 0 }, 'temperature 0'],
    [{ temperature: Number.NaN }, 'temperature 0'],
    [{ newOnly: true, rules: { startsWith: 'max', maxLength: 4, minLength: 4 } }, 'newOnly 0'],
  ];
  it.each(cases)('%j', async (request, blame) => {
    await openText(names.replaceAll('hannah', 'hann'));
    expect(blamed(request)).toBe(blame);
  });

  it('and says it in words that name the letters', async () => {
    await openText();
    const refused = generate({ rules: { startsWith: 'mx' } });
    expect(refused.refused).toBe(
      "no name can start with 'mx': x never follows m in this list; smoothing would allow it",
    );
  });

  it('new names only, where the names are not known', async () => {
    const { corpus } = await openText('ab\nba\n');
    const file = new File([core.writeModel(corpus, null)], 'model.json');
    session?.dispose();
    await open({ from: 'model', file });
    expect(blamed({ newOnly: true })).toBe('newOnly 0');
    const { standing, nearest, percentile } = given().names[0]!;
    expect([standing, nearest, percentile]).toEqual(['unknown', null, null]);
    const own = ask({ about: 'own-name', name: 'ab', model: 'counted', temperature: 1 });
    expect(own).toMatchObject({ standing: 'unknown', histogram: null, losesLessThan: null });
  });
});

describe("a name of one's own", () => {
  const own = (name: string) => ask({ about: 'own-name', name, model: 'counted', temperature: 1 });

  it('is read letter by letter, beside the names of the list', async () => {
    const opened = await openText();
    const { loss, logProbability, bigrams, histogram, losesLessThan, standing, nearest } =
      own('hanna');
    expect(standing).toBe('listed');
    expect(nearest).toBe('anna');
    expect(loss).toBe(core.score(opened.corpus, opened.counted, 'hanna').loss);
    expect(bigrams.map(({ from, to }) => from + to)).toEqual(['.h', 'ha', 'an', 'nn', 'na', 'a.']);
    expect(logProbability).toBeCloseTo(-loss * 6, 12);
    expect(histogram!.counts.reduce((sum, count) => sum + count, 0)).toBe(9);
    const losses = names
      .trim()
      .split('\n')
      .map((name) => own(name).loss);
    const more = losses.filter((other) => other > loss + 1e-12).length;
    expect(losesLessThan).toBeCloseTo(more / 9, 12);
  });

  it('may be impossible', async () => {
    await openText();
    expect(own('mx')).toMatchObject({
      loss: Infinity,
      logProbability: -Infinity,
      losesLessThan: 0,
    });
  });

  it('is refused where the list lacks a character', async () => {
    await openText();
    expect(() => own('zoë')).toThrow(/z/);
  });
});

describe('exports', () => {
  const bytes = async (file: Blob) => new Uint8Array(await file.arrayBuffer());

  it('a table as NPY: little-endian doubles after an aligned header', async () => {
    const opened = await openText();
    const file = await bytes(ask({ about: 'export', what: 'npy', model: 'counted' }).file);
    const view = new DataView(file.buffer);
    expect(Buffer.from(file.subarray(0, 8)).toString('latin1')).toBe('\x93NUMPY\x01\x00');
    const start = 10 + view.getUint16(8, true);
    expect(start % 64).toBe(0);
    const header = Buffer.from(file.subarray(10, start)).toString('latin1');
    const size = opened.corpus.alphabet().length;
    expect(header).toMatch(/^\{.*\} *\n$/);
    expect(header).toContain("'descr': '<f8'");
    expect(header).toContain("'fortran_order': False");
    expect(header).toContain(`'shape': (${size}, ${size})`);
    const values = Array.from({ length: size * size }, (_, i) =>
      view.getFloat64(start + 8 * i, true),
    );
    expect(values).toEqual([...opened.counted.probabilities()]);
    expect(file).toHaveLength(start + 8 * size * size);
  });

  const python =
    'import io, sys, json, numpy; print(json.dumps(numpy.load(io.BytesIO(sys.stdin.buffer.read())).tolist()))';
  const withNumPy = ['python3', '/usr/bin/python3'].find(
    (name) => spawnSync(name, ['-c', 'import numpy']).status === 0,
  );
  // The bytes are held above; where NumPy is installed, it has to agree.
  const itWithNumPy = withNumPy === undefined ? () => undefined : it;
  itWithNumPy('a table as NPY, as NumPy reads it', async () => {
    const opened = await openText();
    const input = await bytes(ask({ about: 'export', what: 'npy', model: 'learned' }).file);
    const read = JSON.parse(
      spawnSync(withNumPy ?? '', ['-c', python], { input, encoding: 'utf8' }).stdout,
    ) as number[][];
    expect(read.flat()).toEqual(opened.withLearned((table) => [...table.probabilities()]));
  });

  it('a table as CSV, every digit of it, and no formulas', async () => {
    const opened = await openText('=a,b\n"=\n');
    const text = await ask({ about: 'export', what: 'csv', model: 'counted' }).file.text();
    const [head, first, ...rest] = text.split('\r\n');
    expect(head).toBe(`,.,"""",",",'=,a,b`);
    expect(rest).toHaveLength(6);
    const probabilities = opened.counted.probabilities();
    expect(first?.split(',').slice(1).map(Number)).toEqual([...probabilities.slice(0, 6)]);
  });

  it('a model that opens again where it stood', async () => {
    const opened = await openText();
    opened.run(40, lectureOptions);
    const before = { weights: opened.snapshot(), counts: [...opened.corpus.counts()] };
    const { file } = ask({ about: 'export', what: 'model' });
    opened.dispose();
    const again = await open({ from: 'model', file: new File([file], 'model.json') });
    expect(again.snapshot()).toEqual(before.weights);
    expect([...again.corpus.counts()]).toEqual(before.counts);
    expect(again.list()).toMatchObject({
      namesKnown: false,
      report: { names: 9, distinctNames: 9, shortest: 3, longest: 6 },
    });
  });
});

describe('a list of more names than are kept', () => {
  const many = Array.from({ length: 1_500_000 }, (_, i) => 1_000_000 + i).join('\n');

  it('ranks names among a sample, and says which are new of none', async () => {
    const opened = await openText(many);
    expect(opened.list()).toMatchObject({ namesKnown: false, report: { distinctNames: null } });
    const { names: drawn, sampled } = given({ count: 50, order: 'probability' });
    expect(sampled).toBe(2_500);
    const shares = drawn.map(({ percentile }) => percentile ?? Number.NaN);
    expect(shares).toEqual([...shares].sort((a, b) => b - a));
    expect(shares.every((share) => share >= 0 && share <= 1)).toBe(true);
    expect(Math.max(...shares)).toBeGreaterThan(0.5);
    for (const name of drawn) expect(name).toMatchObject({ standing: 'unknown', nearest: null });
    const own = ask({ about: 'own-name', name: '1234567', model: 'counted', temperature: 1 });
    expect(own).toMatchObject({ standing: 'unknown', sampled: 2_500 });
    expect(own.losesLessThan).toBeGreaterThan(0);
    expect(own.histogram?.counts.reduce((sum, n) => sum + n, 0)).toBe(2_500);
    expect(blamed({ newOnly: true })).toBe('newOnly 0');
    expect(given({ unique: true, count: 3 }).names).toHaveLength(3);
  });

  it('ranks in a blend among a sample of all its lists', async () => {
    const few: ListSource = { from: 'text', text: 'anna\n' };
    await open({
      from: 'blend',
      parts: [
        { title: 'many', weight: 1, source: { from: 'text', text: many } },
        { title: 'few', weight: 1000, source: few },
      ],
    });
    expect(given().sampled).toBe(2_500);
  });
});

describe('a blend', () => {
  const text = (list: string): ListSource => ({ from: 'text', text: list });
  const part = (list: string, weight: number) => ({ title: list, weight, source: text(list) });

  it('adds counts, and knows the names of each', async () => {
    const parts = [part('ab\nβ\n', 2), part('β\nb\n', 3)];
    const opened = await open({ from: 'blend', parts });
    const { alphabet, counts, report, namesKnown } = opened.list();
    expect(alphabet).toEqual(['.', 'a', 'b', 'β']);
    expect([...counts]).toEqual([0, 2, 3, 5, 0, 0, 2, 0, 5, 0, 0, 0, 5, 0, 0, 0]);
    expect(report).toMatchObject({ names: 10, distinctNames: 3, shortest: 1, longest: 2 });
    expect(namesKnown).toBe(true);
    expect(given({ count: 50 }).names.filter(({ standing }) => standing === 'unknown')).toEqual([]);
  });

  it('reads each list as it was read by itself', async () => {
    const latin1 = new File([Uint8Array.from([0xc5, 0x73, 0x61, 10])], 'old.txt'); // Åsa
    const old = { ...plainReading, windows1252: true, foldsCase: true };
    const table = new File(['x;Ada;2\ny;Bea;1\n'], 'table.csv');
    const records = { separator: ';', header: false, names: 1, weight: 2 } as const;
    const repeats = { from: 'text', text: 'bo\nbo\nbo\n' } as const;
    const parts = [
      { title: 'old', weight: 1, source: { from: 'file', file: latin1, reading: old } as const },
      {
        title: 'table',
        weight: 3,
        source: { from: 'file', file: table, reading: { ...plainReading, records } } as const,
      },
      {
        title: 'repeats',
        weight: 2,
        source: { ...repeats, reading: { ...plainReading, once: true } },
      },
    ];
    const { alphabet, report, counts } = (await open({ from: 'blend', parts })).list();
    expect(alphabet.join('')).toBe('.ABabdeoså');
    expect(report).toMatchObject({ names: 1 + 3 * 3 + 2, distinctNames: 4, shortest: 2 });
    expect(counts.slice(0, 10)).toEqual(Float64Array.of(0, 6, 3, 0, 2, 0, 0, 0, 0, 1));
  });

  it('counts every name once where that is asked of the whole', async () => {
    const parts = [part('ab\nβ\n', 2), part('β\nb\nb\n', 3)];
    const reading = { ...plainReading, once: true };
    const { counts, report } = (await open({ from: 'blend', parts, reading })).list();
    expect([...counts]).toEqual([0, 1, 1, 1, 0, 0, 1, 0, 2, 0, 0, 0, 1, 0, 0, 0]);
    expect(report.distinctNames).toBe(3);
  });

  it('of a list and a model file does not know the names', async () => {
    const { corpus } = await openText('ab\n');
    const file = new File([core.writeModel(corpus, null)], 'model.json');
    session?.dispose();
    const parts = [
      part('ba\n', 1),
      { title: 'model', weight: 1, source: { from: 'model', file } as const },
    ];
    const { namesKnown, report } = (await open({ from: 'blend', parts })).list();
    expect(namesKnown).toBe(false);
    expect(report).toMatchObject({ names: 2, distinctNames: null });
  });

  it('is refused whole where a part or a weight is', async () => {
    const opening = (parts: ReturnType<typeof part>[]) =>
      readList(core, { from: 'blend', parts }, watch);
    await expect(opening([part('ab\n', 1), part('', 1)])).rejects.toThrow();
    for (const weight of [0, -1, 1.5]) {
      await expect(opening([part('ab\n', weight)])).rejects.toThrow('whole number');
    }
    await expect(opening([])).rejects.toThrow();
    const cancelled = { ...watch, cancelled: () => true };
    expect(await readList(core, { from: 'blend', parts: [part('ab\n', 1)] }, cancelled)).toBe(null);
  });
});

describe('a model file', () => {
  const reading = (content: string) => {
    const file = new File([content], 'model.json');
    return readList(core, { from: 'model', file }, watch);
  };

  it('is refused with its field or its place', async () => {
    const { corpus } = await openText('ab\n');
    const sound = core.writeModel(corpus, null);
    await expect(reading(sound.replace('"version": 1', '"version": 2'))).rejects.toThrow('version');
    await expect(reading(sound.slice(0, -10))).rejects.toThrow(/^line \d+, column \d+: /);
    await expect(reading('')).rejects.toThrow('line 1, column 1');
    await expect(reading('[]')).rejects.toThrow('one JSON object');
  });

  it('is refused where a double would round its numbers', async () => {
    const counts = (count: string) =>
      `{"format": "makemore-model", "version": 1, "alphabet": [".", "a"], "list": {"names": 1,
        "distinct_names": 1, "shortest": null, "longest": null}, "counts": [[0, 1], [1, ${count}]],
        "training": null, "weights": null}`;
    const { corpus } = (await reading(counts('9007199254740989')))!;
    expect(corpus.bigrams()).toBe(9007199254740991);
    corpus.delete();
    await expect(reading(counts('9007199254740990'))).rejects.toThrow('counts: ');
  });
});
