// Counting in parts: count --save and merge give what counting the whole gives.
import { spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdtempSync, readFileSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { binary, failure, file, json, makemore, output, path, smallList } from './command.ts';

interface Model {
  alphabet: string[];
  list: Record<string, number | null>;
  counts: number[][];
  training: unknown;
  weights: unknown;
}
const model = (name: string) => JSON.parse(readFileSync(name, 'utf8')) as Model;

/** Counts a text into a model file; gives its path. */
function counted(name: string, text: string): string {
  output(['count', file(`${name}.txt`, text), '--save', path(`${name}.json`)]);
  return path(`${name}.json`);
}

/** The text in `parts` pieces, cut between lines. */
function cut(text: string, parts: number): string[] {
  const lines = text.split('\n').filter((line) => line !== '');
  const each = Math.ceil(lines.length / parts);
  return Array.from({ length: parts }, (_, part) =>
    lines
      .slice(part * each, (part + 1) * each)
      .map((line) => `${line}\n`)
      .join(''),
  );
}

describe('count --save', () => {
  test('writes the counts that it prints, without weights', () => {
    const saved = model(counted('small', smallList));
    const printed = json<Model>(['count', path('small.txt')]);
    expect(saved.alphabet).toEqual(printed.alphabet);
    expect(saved.counts).toEqual(printed.counts);
    expect(saved.training).toBe(null);
    expect(saved.weights).toBe(null);
    expect(saved.list).toEqual({ names: 7, distinct_names: 6, shortest: 3, longest: 10 });
  });

  test('gives names and losses as the list does', () => {
    const saved = counted('small', smallList);
    expect(output(['sample', saved])).toBe(output(['sample', path('small.txt')]));
    expect(output(['score', saved, 'ava'])).toBe(output(['score', path('small.txt'), 'ava']));
  });

  test('says where it saved, and leaves nothing where the list is refused', () => {
    expect(output(['count', file('one.txt', 'ava\n'), '--save', path('one.json')])).toContain(
      `saved to ${path('one.json')}`,
    );
    failure(1, ['count', file('none.txt', '\n\n'), '--save', path('none.json')]);
    expect(existsSync(path('none.json'))).toBe(false);
    expect(failure(1, ['count', path('one.txt'), '--save', path('one.txt')])).toContain(
      'it is the file that is read',
    );
  });
});

describe('merge', () => {
  const lecture = process.env['MAKEMORE_NAMES'] ?? 'web/public/lists/given-names.txt';

  test('of parts, in any order and in steps, is the count of the whole, to the byte', () => {
    const text = readFileSync(lecture, 'utf8');
    const parts = cut(text, 5).map((part, index) => counted(`part-${index}`, part));
    const merge = (name: string, of: string[]) => {
      output(['merge', ...of, '--save', path(name)]);
      return readFileSync(path(name), 'utf8');
    };
    const forwards = merge('forwards.json', parts);
    expect(merge('backwards.json', [...parts].reverse())).toBe(forwards);
    merge('some.json', parts.slice(0, 3));
    expect(merge('steps.json', [...parts.slice(3), path('some.json')])).toBe(forwards);

    counted('whole', text);
    const whole = readFileSync(path('whole.json'), 'utf8');
    // Which names two parts share is not known.
    expect(forwards).toBe(whole.replace(/"distinct_names": \d+/, '"distinct_names": null'));
  });

  test('unites alphabets', () => {
    const parts = [counted('latin', 'zoë\nava\n'), counted('kana', 'ありさ\n')];
    output(['merge', ...parts, '--save', path('both.json')]);
    const both = model(path('both.json'));
    expect(both.alphabet).toEqual(['.', 'a', 'o', 'v', 'z', 'ë', 'あ', 'さ', 'り']);
    expect(both.list).toEqual({ names: 3, distinct_names: null, shortest: 3, longest: 3 });
  });

  test('reports what there is now', () => {
    const parts = [counted('a', 'ava\n'), counted('b', 'eve\nada\n')];
    expect(json(['merge', ...parts, '--save', path('ab.json')])).toMatchObject({
      parts: 2,
      names: 3,
      characters: 4,
      bigrams: 12,
    });
    const { loss } = json<{ loss: number }>(['merge', ...parts, '--save', path('ab.json')]);
    expect(loss).toBe(json<{ loss: number }>(['count', file('ab.txt', 'ava\neve\nada\n')]).loss);
    expect(output(['merge', ...parts, '--save', path('ab.json')])).toContain(
      `saved to ${path('ab.json')}`,
    );
  });

  test('may replace one of its parts by the sum', () => {
    const [total, day] = [counted('total', 'ava\n'), counted('day', 'eve\n')];
    output(['merge', total, day, '--save', total]);
    expect(model(total).list).toMatchObject({ names: 2 });
  });

  test('leaves weights out, and says so', () => {
    const trained = path('trained.json');
    output(['train', file('t.txt', smallList), '--save', trained]);
    const run = makemore(['merge', trained, '--save', path('untrained.json')]);
    expect(run.status).toBe(0);
    expect(run.stderr).toContain('its weights are left out, since only counts add up');
    expect(model(path('untrained.json')).weights).toBe(null);
  });

  test('refuses a list, a part given twice, and too many characters; nothing is written', () => {
    const part = counted('part', 'ava\n');
    const same = path('the-same.json');
    symlinkSync(part, same);
    const refused = (parts: string[]) => {
      const said = failure(1, ['merge', ...parts, '--save', path('refused.json')]);
      expect(existsSync(path('refused.json'))).toBe(false);
      return said;
    };
    expect(refused([part, path('part.txt')])).toContain(
      'this is a list; count it first, with "makemore count" and --save',
    );
    expect(refused([part, same])).toContain('this part is given twice');
    expect(refused([part, path('absent.json')])).toContain('absent.json');
    const many = (first: number) =>
      Array.from({ length: 1001 }, (_, index) => String.fromCodePoint(first + index)).join('\n');
    const scripts = [counted('han', many(0x4e00)), counted('hangul', many(0xac00))];
    expect(refused(scripts)).toContain('hangul.json');
  });
});

describe('the recipes of docs/large-lists.md', () => {
  const home = mkdtempSync(join(tmpdir(), 'makemore-recipes-'));
  symlinkSync(binary, join(home, 'makemore'));
  copyFileSync(
    process.env['MAKEMORE_NAMES'] ?? 'web/public/lists/given-names.txt',
    join(home, 'names.txt'),
  );
  const shell = (command: string) => {
    const env = { ...process.env, PATH: `${home}:${process.env['PATH'] ?? ''}` };
    const run = spawnSync('bash', ['-euo', 'pipefail', '-c', command], {
      cwd: home,
      env,
      encoding: 'utf8',
    });
    expect(run.stderr).toBe('');
    expect(run.status).toBe(0);
  };
  const documented = readFileSync('docs/large-lists.md', 'utf8');
  const recipe = (title: string) => {
    const code = new RegExp(`## ${title}\\n[^]*?\`\`\`sh\\n([^]*?)\`\`\``).exec(documented)?.[1];
    if (code === undefined) throw new Error(`docs/large-lists.md has no recipe "${title}".`);
    return code;
  };
  const whole = () => {
    shell('makemore count names.txt --save whole.json > whole.report');
    const text = readFileSync(join(home, 'whole.json'), 'utf8');
    return text.replace(/"distinct_names": \d+/, '"distinct_names": null');
  };

  test('GNU parallel counts a file in blocks', () => {
    shell(recipe('One machine: GNU parallel').replace('--block 1G', '--block 20k'));
    expect(readFileSync(join(home, 'model.json'), 'utf8')).toBe(whole());
  });

  test('a mapper and a reducer count what a cluster streams to them', () => {
    const scripts = recipe('A cluster: Hadoop streaming, Spark');
    shell(scripts);
    // As the framework does: splits of whole lines, each to a mapper, all they print to one reducer.
    shell(`
      split --lines=7000 names.txt split-
      for each in split-*; do bash mapper.sh < $each; done | sort | bash reducer.sh > reduced.json
    `);
    expect(readFileSync(join(home, 'reduced.json'), 'utf8')).toBe(whole());
  });
});
