// Names under rules, as the command draws them: against every name there is, and every refusal.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { failure, file, json, makemore, output, path } from './command.ts';

interface Detail {
  name: string;
  log_probability: number;
  percentile: number | null;
  new: boolean | null;
  nearest: string | null;
}

interface Drawn<Name = string> {
  names: Name[];
  cut?: number[];
  request_probability: number;
  log_request_probability: number;
  exhausted?: string;
}

const tinyNames = ['ab', 'aab', 'ba', 'abba'];
const tiny = file('tiny.txt', `${tinyNames.join('\n')}\n`);
const drawn = (args: string[], list = tiny) => {
  const run = makemore(['sample', list, ...args, '--json']);
  expect(run.status, run.stderr).toBe(0);
  return JSON.parse(run.stdout) as Drawn;
};

/** P of every name up to a length under the count model of a list, raised and divided as asked. */
function everyName(names: string[], longest: number, temperature = 1): Map<string, number> {
  const counts = new Map<string, Map<string, number>>();
  for (const name of names) {
    const letters = ['.', ...name, '.'];
    letters.slice(1).forEach((to, i) => {
      const row = counts.get(letters[i]!) ?? new Map<string, number>();
      counts.set(letters[i]!, row.set(to, (row.get(to) ?? 0) + 1));
    });
  }
  for (const row of counts.values()) {
    const total = [...row.values()].reduce((sum, count) => sum + count, 0);
    row.forEach((count, to) => row.set(to, (count / total) ** (1 / temperature)));
    const sum = [...row.values()].reduce((all, power) => all + power, 0);
    row.forEach((power, to) => row.set(to, power / sum));
  }
  const found = new Map<string, number>();
  const extend = (name: string, p: number) => {
    for (const [to, next] of counts.get(name.at(-1) ?? '.')!) {
      if (to === '.') found.set(name, p * next);
      else if (name.length < longest) extend(name + to, p * next);
    }
  };
  extend('', 1);
  return found;
}

const rules: { args: string[]; keeps: (name: string) => boolean }[] = [
  { args: ['--starts-with', 'ab'], keeps: (name) => name.startsWith('ab') },
  { args: ['--ends-with', 'ba'], keeps: (name) => name.endsWith('ba') },
  {
    args: ['--contains', 'aa', '--contains', 'bb'],
    keeps: (name) => name.includes('aa') && name.includes('bb'),
  },
  {
    args: ['--not-contains', 'aa', '--not-contains', 'bb'],
    keeps: (name) => !name.includes('aa') && !name.includes('bb'),
  },
  { args: ['--min-length', '4'], keeps: (name) => name.length >= 4 },
  {
    args: ['--starts-with=aba', '--ends-with=aba', '--min-length=3', '--not-contains=abab'],
    keeps: (name) => name.startsWith('aba') && name.endsWith('aba') && !name.includes('abab'),
  },
];

describe.each(rules)('$args', ({ args, keeps }) => {
  const possible = new Map([...everyName(tinyNames, 7)].filter(([name]) => keeps(name)));
  const mass = [...possible.values()].reduce((sum, p) => sum + p, 0);
  const upTo7 = [...args, '--max-length', '7'];

  test('the probability of the request is that of all names that keep it', () => {
    const { request_probability, log_request_probability } = drawn(upTo7);
    expect(request_probability).toBeCloseTo(mass, 12);
    expect(log_request_probability).toBeCloseTo(Math.log(mass), 11);
  });

  test('every name keeps the rules and comes as often as it should', () => {
    const { names } = drawn([...upTo7, '--count', '40000']);
    const seen = new Map<string, number>();
    for (const name of names) seen.set(name, (seen.get(name) ?? 0) + 1);
    let statistic = 0;
    let cells = 0;
    for (const [name, p] of possible) {
      const expected = (p / mass) * names.length;
      if (expected < 5) continue;
      statistic += ((seen.get(name) ?? 0) - expected) ** 2 / expected;
      cells += 1;
    }
    for (const name of seen.keys()) expect(possible.has(name), name).toBe(true);
    // Six standard deviations of chi-square: the seed is fixed, so it fails always or never.
    expect(statistic).toBeLessThan(cells + 6 * Math.sqrt(2 * cells) + 6);
  });

  test('without repeats the whole supply comes, and then it says so', () => {
    const run = makemore(['sample', tiny, ...upTo7, '--unique', '--count', '5000', '--json']);
    const { names, exhausted } = JSON.parse(run.stdout) as Drawn;
    expect([...names].sort()).toEqual([...possible.keys()].sort());
    expect(exhausted).toContain(`only ${possible.size} name`);
    expect(run).toMatchObject({ status: 0, stderr: `makemore: ${exhausted}\n` });
  });
});

test('new-only leaves out the list and nothing else', () => {
  const { names } = drawn(['--new-only', '--unique', '--max-length', '4', '--count', '99']);
  const possible = [...everyName(tinyNames, 4).keys()].filter((name) => !tinyNames.includes(name));
  expect([...names].sort()).toEqual(possible.sort());
});

test('without rules the names are the plain ones, in text and JSON', () => {
  const plain = output(['sample', tiny, '--count', '200']);
  expect(output(['sample', tiny, '--count', '200', '--temperature', '1'])).toBe(plain);
  expect(output(['sample', tiny, '--count', '200', '--starts-with=', '--contains='])).toBe(plain);
  expect(drawn(['--count', '200']).names.join('\n')).toBe(plain.trimEnd());
});

test('text says on standard error how rare the request is', () => {
  const run = makemore(['sample', tiny, '--starts-with', 'ab']);
  expect(run.stderr).toBe('makemore: 1 name in 2.7 looks like this\n');
  expect(run.stdout.split('\n')).toHaveLength(6);
});

test('a temperature makes the likely likelier', () => {
  const table = everyName(tinyNames, 3, 0.5);
  const mass = [...table.values()].reduce((sum, p) => sum + p, 0);
  const cold = drawn(['--temperature', '0.5', '--max-length', '3']);
  expect(cold.request_probability).toBeCloseTo(mass, 12);
});

test('the orders', () => {
  const sorted = (order: string) =>
    json<Drawn<Detail>>(['sample', tiny, '--count', '60', '--details', '--sort', order]).names;
  const names = sorted('drawn').map(({ name }) => name);
  expect(names).toEqual(drawn(['--count', '60']).names);
  const by = (key: (detail: Detail) => number) =>
    [...sorted('drawn')].sort((a, b) => key(a) - key(b)).map(({ name }) => name);
  expect(sorted('length').map(({ name }) => name)).toEqual(by(({ name }) => name.length));
  expect(sorted('probability').map(({ name }) => name)).toEqual(
    by(({ log_probability }) => -log_probability),
  );
  expect(sorted('alphabet').map(({ name }) => name)).toEqual([...names].sort());
  const text = output(['sample', tiny, '--count', '60', '--sort', 'alphabet']);
  expect(text.trimEnd().split('\n')).toEqual([...names].sort());
});

describe('details', () => {
  const all = everyName(tinyNames, 6);
  const args = ['sample', tiny, '--max-length', '6', '--unique', '--count', '40', '--details'];
  const run = makemore([...args, '--json']);
  const { names } = JSON.parse(run.stdout) as Drawn<Detail>;
  const away = (a: string, b: string) => {
    const edits = new Set<string>();
    for (let i = 0; i <= a.length; i += 1) {
      if (i < a.length) edits.add(a.slice(0, i) + a.slice(i + 1));
      for (const letter of 'ab') {
        edits.add(a.slice(0, i) + letter + a.slice(i));
        if (i < a.length) edits.add(a.slice(0, i) + letter + a.slice(i + 1));
      }
    }
    return edits.has(b);
  };

  test('are those of the definition', () => {
    expect(names.length).toBe(40);
    for (const { name, ...detail } of names) {
      expect(detail.log_probability, name).toBeCloseTo(Math.log(all.get(name)!), 11);
      expect(detail.new, name).toBe(!tinyNames.includes(name));
      // A tie with itself may round either way, so only what is clearly below counts.
      const below = tinyNames.filter((listed) => all.get(listed)! < all.get(name)! * (1 - 1e-9));
      expect(detail.percentile, name).toBe(below.length / 4);
      const near = detail.new === true ? tinyNames.filter((listed) => away(name, listed)) : [];
      expect(detail.nearest, name).toBe(near.sort()[0] ?? null);
    }
  });

  test('are aligned in text', () => {
    const lines = makemore([...args, '--sort', 'length'])
      .stdout.trimEnd()
      .split('\n');
    expect(lines[0]).toBe('name    log probability  percentile  standing');
    expect(lines).toHaveLength(41);
    for (const line of lines.slice(1)) {
      expect(line).toMatch(
        /^[ab]+ +-\d+\.\d{4} +\d+\.\d%  (in the list|new|new, one letter from [ab]+)$/u,
      );
    }
  });

  test('of more names than are kept are percentiles of a sample, and it says so', () => {
    // With their table they do not fit into 16 MiB.
    const numbers = Array.from({ length: 1_500_000 }, (_, i) => 1_000_000 + i);
    const long = file('long.txt', numbers.join('\n'));
    const report = json<Drawn<Detail> & { percentile_sample: number }>([
      ...['sample', long, '--count', '30', '--details', '--sort', 'probability'],
    ]);
    expect(report.percentile_sample).toBe(2_500);
    const shares = report.names.map(({ percentile }) => percentile ?? Number.NaN);
    expect([...shares].sort((a, b) => b - a)).toEqual(shares);
    expect(Math.max(...shares)).toBeGreaterThan(0.5);
    for (const share of shares) expect(share * 10_000).toBeCloseTo(Math.round(share * 10_000), 6);
    for (const detail of report.names) expect(detail).toMatchObject({ new: null, nearest: null });
    const lines = output(['sample', long, '--details']).trimEnd().split('\n');
    expect(lines[0]).toMatch(/^name +log probability {2}percentile$/u);
    for (const line of lines.slice(1, -1)) expect(line).toMatch(/ -\d+\.\d{4} +\d+\.\d%$/u);
    expect(lines.at(-1)).toBe("percentile: in a random sample of 2,500 of the list's names");
    expect(failure(1, ['sample', long, '--new-only'])).toContain('more distinct names');
  });

  test('of a model file are what the table knows', () => {
    const model = path('tiny.json');
    output(['train', tiny, '--steps', '2', '--save', model]);
    const known = json<Drawn<Detail>>(['sample', model, '--details']).names;
    expect(known.map(({ name }) => name)).toEqual(drawn([]).names);
    for (const detail of known) {
      expect(detail).toMatchObject({ percentile: null, new: null, nearest: null });
      expect(detail.log_probability).toBeLessThan(0);
    }
    expect(output(['sample', model, '--details']).split('\n')[0]).toMatch(/^name +log prob.*y$/u);
    expect(failure(1, ['sample', model, '--new-only'])).toContain('a model file has no names');
  });
});

test('rules are composed and folded as the list is', () => {
  const list = file('composed.txt', 'Zoë\nzoé\n');
  const { names } = drawn(['--fold-case', '--starts-with', 'ZOE\u0308'], list);
  expect(new Set(names)).toEqual(new Set(['zoë']));
});

test('a name that hardly ends needs a maximum length', () => {
  const endless = file('long.txt', `${'a'.repeat(900)}b\n`);
  const args = ['sample', endless, '--contains', 'b', '--min-length', '990', '--seed', '4'];
  const long = makemore([...args, '--count', '50']);
  expect(long.status).toBe(1);
  expect(long.stderr).toContain('maximum length');
  expect(drawn([...args.slice(2), '--max-length', '1000'], endless).names).toHaveLength(5);
});

describe('what cannot be is refused with the reason', () => {
  const refused: [string, string[], string][] = [
    ['a letter that the list lacks', ['--contains', 'x'], "'x'"],
    [
      'rules against each other',
      ['--starts-with', 'ab', '--not-contains', 'b'],
      'exclude each other',
    ],
    ['lengths against each other', ['--min-length', '5', '--max-length', '4'], 'at least 5'],
    ['a length that is too much', ['--min-length', '1001'], '1,000|1000'],
    ['nothing new', ['--new-only', '--max-length', '2', '--starts-with', 'ba'], 'new name'],
  ];
  test.each(refused)('%s', (_, args, reason) => {
    for (const form of [[], ['--json'], ['--details']]) {
      const run = makemore(['sample', tiny, ...args, ...form]);
      expect(run).toMatchObject({ status: 1, stdout: '' });
      expect(run.stderr.trimEnd().split('\n').at(-1)).toMatch(new RegExp(reason, 'u'));
    }
  });

  test('a pair that never comes', () => {
    const list = file('pair.txt', 'ab\n');
    expect(failure(1, ['sample', list, '--starts-with', 'aa'])).toMatch(
      /pair\.txt: no name can start with 'aa': .*smoothing would allow it$/u,
    );
    const smoothed = drawn(['--starts-with', 'aa', '--smoothing', '1'], list).names;
    expect(smoothed.every((name) => name.startsWith('aa'))).toBe(true);
  });

  const misused: string[][] = [
    ['--temperature', '0'],
    ['--temperature', '-1'],
    ['--temperature', 'nan'],
    ['--sort', 'up'],
    ['--min-length', '-1'],
    ['--max-length', 'x'],
    ['--sampler', 'alias', '--unique'],
    ['--sampler', 'alias', '--new-only'],
    ['--sampler', 'alias', '--contains', 'a'],
    ['--contains', 'a', 'b'],
  ];
  test.each(misused.map((args) => ({ args })))('$args', ({ args }) => {
    failure(2, ['sample', tiny, ...args]);
  });
});

test('what the library would take apart stays whole', () => {
  const list = file('brackets.txt', '[a,b]\n{}\n');
  expect(new Set(drawn(['--contains', '[a,b]'], list).names)).toEqual(new Set(['[a,b]']));
  expect(new Set(drawn(['--starts-with', '{}'], list).names)).toEqual(new Set(['{}']));
  expect(new Set(drawn(['--not-contains', '{', '--contains', ','], list).names)).toEqual(
    new Set(['[a,b]']),
  );
});

test('the alias sampler draws the same distribution, as text and as JSON', () => {
  const args = (count: string) => ['--sampler', 'alias', '--count', count];
  const text = output(['sample', tiny, ...args('40000')]);
  const { names } = drawn(args('40000'));
  expect(text).toBe(names.map((name) => `${name}\n`).join(''));
  expect(output(['sample', tiny, ...args('7')])).toBe(
    text.split('\n').slice(0, 7).join('\n').concat('\n'),
  );
  for (const [name, p] of everyName(tinyNames, 4)) {
    const share = names.filter((other) => other === name).length / names.length;
    expect(Math.abs(share - p), name).toBeLessThan(6 * Math.sqrt(p / names.length));
  }
});

test('no new name is in a real list', () => {
  const bundled = fileURLToPath(new URL('../../web/public/lists/given-names.txt', import.meta.url));
  const real = process.env['MAKEMORE_NAMES'] ?? bundled;
  const listed = new Set(readFileSync(real, 'utf8').split('\n'));
  const args = ['--new-only', '--unique', '--count', '1000', '--max-length', '7'];
  const { names } = drawn([...args, '--ends-with', 'a'], real);
  expect(new Set(names).size).toBe(1000);
  for (const name of names) {
    expect(listed.has(name), name).toBe(false);
    expect(name).toMatch(/^.{0,6}a$/u);
  }
});
