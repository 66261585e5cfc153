import { expect, test } from 'vitest';
import { failure, file, json, output, smallList } from './command.ts';
import type { CountReport } from './reports.ts';

test('prints one object with every field', () => {
  const none = { count: 0, first_lines: [] };
  expect(json<CountReport>(['count', file('ava.txt', 'ava\n')])).toEqual({
    names: 1,
    distinct_names: 1,
    distinct_exact: true,
    duplicates: 0,
    duplicates_removed: false,
    shortest: 3,
    shortest_name: 'ava',
    longest: 3,
    longest_name: 'ava',
    lengths: [0, 0, 0, 1],
    lines: 1,
    bytes: 4,
    encoding: 'UTF-8',
    skipped: { blank: none, control: none, zero_weight: none },
    case: { capital: 0, small: 1, only_case: 0 },
    lone_characters: [{ character: 'v', line: 1 }],
    bigrams: 4,
    alphabet: ['.', 'a', 'v'],
    frequencies: [1, 2, 1],
    counts: [
      [0, 1, 0],
      [1, 0, 1],
      [0, 1, 0],
    ],
    loss: Math.log(2) / 2,
  });
});

test('agrees with counting by hand', () => {
  const count = json<CountReport>(['count', file('small.txt', smallList)]);
  const names = smallList.trimEnd().split('\n');
  const alphabet = [...new Set(names.join(''))].sort();
  expect(count.alphabet).toEqual(['.', ...alphabet]);
  expect(count.names).toBe(7);
  expect(count.distinct_names).toBe(6);
  expect(count.shortest).toBe(3);
  expect(count.longest).toBe(10);

  const expected = count.alphabet.map(() => count.alphabet.map(() => 0));
  for (const name of names) {
    const tokens = [0, ...[...name].map((letter) => alphabet.indexOf(letter) + 1), 0];
    tokens.slice(1).forEach((to, index) => {
      expected[tokens[index] ?? 0]![to]! += 1;
    });
  }
  expect(count.counts).toEqual(expected);
  expect(count.bigrams).toBe(expected.flat().reduce((sum, cell) => sum + cell, 0));
});

test('keeps a full stop of the data apart from the boundary', () => {
  const count = json<CountReport>(['count', '-'], 'a.\n');
  expect(count.alphabet).toEqual(['.', '.', 'a']);
  expect(count.counts).toEqual([
    [0, 0, 1],
    [1, 0, 0],
    [0, 1, 0],
  ]);
});

test('reads standard input, with a byte order mark, CR LF, blank lines and spaces around', () => {
  const { counts, names } = json<CountReport>(['count', '-'], 'ava\neve\n');
  expect(json(['count', '-'], '\uFEFF  ava\t\r\n\r\n \r\neve')).toMatchObject({
    counts,
    names,
    lines: 4,
    skipped: { blank: { count: 2, first_lines: [2, 3] } },
  });
});

test('smooths the loss and nothing else', () => {
  const list = file('smooth.txt', smallList);
  const plain = json<CountReport>(['count', list]);
  const smooth = json<CountReport>(['count', list, '--smoothing', '2.5']);
  const size = plain.alphabet.length;
  let total = 0;
  plain.counts.forEach((row) => {
    const sum = row.reduce((left, right) => left + right, 0);
    row.forEach((cell) => {
      total -= cell === 0 ? 0 : cell * Math.log((cell + 2.5) / (sum + 2.5 * size));
    });
  });
  expect(Math.abs(smooth.loss - total / plain.bigrams)).toBeLessThan(1e-12);
  expect({ ...smooth, loss: 0 }).toEqual({ ...plain, loss: 0 });
});

test('prints a report for people', () => {
  const text = output(['count', file('people.txt', smallList)]);
  expect(text).toMatch(/^names +7$/mu);
  expect(text).toMatch(/^distinct names +6$/mu);
  expect(text).toMatch(/^shortest +3 characters: ava$/mu);
  expect(text).toMatch(/^longest +10 characters: anne-marie$/mu);
  expect(text).toMatch(/^duplicates +1 \(counted; --remove-duplicates\)$/mu);
  const { loss } = json<CountReport>(['count', file('people.txt', smallList)]);
  expect(text).toContain(`loss            ${loss} nats per bigram`);
  expect(text).toContain('Most frequent bigrams');
  expect(text).toContain("'.'");
  expect(text).toContain('U+0020');
});

test.each([
  ['', 'standard input: '],
  ['\n  \n\t\n', 'standard input: '],
  ['ava\neve\nb\0b\n', 'standard input: line 3, column 2: '],
])('refuses the list %j', (input, message) => {
  expect(failure(1, ['count', '-'], input)).toContain(message);
});

test('refuses bytes that are not UTF-8, with their place', () => {
  const list = file('latin1.txt', Buffer.from('ava\nzo\xEB\n', 'latin1'));
  expect(failure(1, ['count', list])).toContain(`${list}: line 2, column 3: `);
});
