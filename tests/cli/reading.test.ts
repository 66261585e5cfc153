// How a list is read: encodings, records, Unicode, and what is refused.
import { describe, expect, test } from 'vitest';
import { failure, file, json, makemore, output } from './command.ts';

interface Read {
  names: number;
  distinct_names: number;
  duplicates: number;
  bigrams: number;
  alphabet: string[];
  counts: number[][];
  encoding: string;
  shortest_name: string;
}

function count(text: string | Uint8Array, ...options: string[]): Read {
  return json<Read>(['count', '-', ...options], text);
}

function model({ names, alphabet, counts }: Read): object {
  return { names, alphabet, counts };
}

function utf16(text: string, littleEndian: boolean): Uint8Array {
  const bytes = Buffer.from(`\uFEFF${text}`, 'utf16le');
  return littleEndian ? bytes : bytes.swap16();
}

describe('encodings', () => {
  const text = 'Zoë\r\n한국\n😀\n';

  test.each([
    [true, 'UTF-16 (little-endian)'],
    [false, 'UTF-16 (big-endian)'],
  ])('UTF-16 is known by its mark (little-endian: %s)', (littleEndian, name) => {
    const read = count(utf16(text, littleEndian));
    expect(model(read)).toEqual(model(count(text)));
    expect(read.encoding).toBe(name);
  });

  test('UTF-16 in which every other byte is zero is UTF-16 all the same', () => {
    const want = model(count('ava\neve\n'));
    expect(model(count(utf16('ava\neve\n', true)))).toEqual(want);
    expect(model(count(utf16('ava\neve\n', false)))).toEqual(want);
    const unmarked = Buffer.from('ava\neve\n', 'utf16le');
    expect(model(count(unmarked, '--encoding', 'utf-16le'))).toEqual(want);
  });

  test('UTF-16 with half a pair is refused, with its place', () => {
    expect(failure(1, ['count', '-'], utf16('ab\nx\uD800y\n', true))).toContain(
      'line 2, column 2: a surrogate without its other half',
    );
  });

  test('Windows-1252 is read when asked for, and offered', () => {
    const latin = Buffer.from('Zo\xEB\nRen\xE9e\n', 'latin1');
    const refused = failure(1, ['count', '-'], latin);
    expect(refused).toContain('line 1, column 3: 0xEB 0x0A (byte 3) is not valid UTF-8');
    expect(refused).toContain('--encoding windows-1252');
    const read = count(latin, '--encoding', 'windows-1252');
    expect(model(read)).toEqual(model(count('Zoë\nRenée\n')));
    expect(read.encoding).toBe('Windows-1252');
  });

  test('an encoding that is not known is refused', () => {
    expect(failure(2, ['count', '-', '--encoding', 'latin1'])).toContain('windows-1252');
  });
});

describe('Unicode', () => {
  test('names are composed unless told not to', () => {
    const decomposed = 'Zoe\u0308\nZoë\n';
    expect(count(decomposed).distinct_names).toBe(1);
    expect(count(decomposed, '--no-normalise').distinct_names).toBe(2);
  });

  test('capitals are folded when asked for', () => {
    const names = ['Emma', 'emma', 'ΝΙΚΟΣ', 'İpek', 'ÉMILE', 'Straße', 'ǅ', 'Ω\u0301', '\u212B'];
    const folded = names.map((name) => name.normalize('NFC').toLowerCase().normalize('NFC'));
    const read = count(names.join('\n'), '--fold-case');
    expect(model(read)).toEqual(model(count(folded.join('\n'))));
    expect(read.distinct_names).toBe(8);
    const text = output(['count', '-'], 'Emma\nemma\nava\n');
    expect(text).toMatch(
      /^mixed case +1 begin with a capital, 2 with a small letter; 1 name differ/mu,
    );
  });

  test('the same lists give what String.normalize gives', () => {
    // Every character of the Basic Multilingual Plane that Unicode 15 assigns, in one name each.
    const assigned = /\p{Assigned}/u;
    const casedSince = /[\u1C89\u1C8A\uA7CB-\uA7CF\uA7D2\uA7D4\uA7DA-\uA7DC]/u;
    const names: string[] = [];
    for (let code = 0xa1; code < 0x10000; code += 1) {
      const character = String.fromCodePoint(code);
      const plain = !/[\p{Cc}\p{Cs}\p{White_Space}]/u.test(character);
      if (plain && assigned.test(character) && !casedSince.test(character) && code !== 0xfeff) {
        names.push(`x${character}\u0301y`);
      }
    }
    // No table holds so many characters, so part by part.
    for (let from = 0; from < names.length; from += 1500) {
      const part = names.slice(from, from + 1500);
      const want = part.map((name) => name.normalize('NFC').toLowerCase().normalize('NFC'));
      const read = count(part.join('\n'), '--fold-case');
      expect(read.alphabet.slice(1).sort()).toEqual([...new Set(want.join(''))].sort());
      expect(read.distinct_names).toBe(new Set(want).size);
    }
  });

  test('words are read as the list is', () => {
    const list = file('composed.txt', 'Zoë\nava\n');
    const words = json<{ words: { word: string }[] }>(['score', list, 'Zoe\u0308']);
    expect(words.words.map(({ word }) => word)).toEqual(['Zoë']);
    const folded = json<{ words: { word: string }[] }>(['score', list, '--fold-case', 'AVA']);
    expect(folded.words.map(({ word }) => word)).toEqual(['ava']);
  });
});

describe('records', () => {
  const births = 'name,sex,count\r\nEmma,F,3\r\n"Ann ""A""",F,2\r\nOlivia,F,0\r\n';
  const want = count('Emma\nEmma\nEmma\nAnn "A"\nAnn "A"\n');

  test.each([
    ['by name', ['--column', 'name', '--weight', 'count']],
    ['by number', ['--column', '1', '--weight', '3']],
    ['the names guessed', ['--weight', 'count']],
    ['with a separator', ['--separator', ',', '--header', '--weight', '3']],
  ])('columns %s', (_, options) => {
    expect(model(count(births, ...options))).toEqual(model(want));
  });

  test('tabs and semicolons', () => {
    for (const [separator, given] of [
      ['\t', 'tab'],
      [';', ';'],
    ] as const) {
      const text = births.replaceAll(',', separator);
      expect(model(count(text, '--column', 'name', '--weight', 'count'))).toEqual(model(want));
      expect(model(count(text, '--separator', given, '--weight', '3'))).toEqual(model(want));
    }
  });

  test('are recognised where lines are read, with what to say', () => {
    const outcome = makemore(['count', '-', '--json'], births);
    expect(outcome.status).toBe(0);
    expect(outcome.stderr).toContain('look like records of 3 columns');
    expect(outcome.stderr).toContain('add --column 1 --weight 3\n');
    expect(JSON.parse(outcome.stdout)).toMatchObject({
      names: 4,
      records: { separator: ',', columns: 3, has_header: true, name_column: 1, weight_column: 3 },
    });
  });

  test.each([
    [['--column', '9'], 'line 2: this record has 3 columns, and column 9 is wanted'],
    [['--column', 'nom'], 'the header has "name", "sex", "count"'],
    [['--weight', '2'], 'line 2: a weight must be a whole number of digits only, not "F"'],
    [['--no-header', '--column', 'name'], 'without a header no column has a name'],
  ])('%j is refused', (options, message) => {
    expect(failure(1, ['count', '-', ...options], births)).toContain(message);
  });

  test('a quote that is never closed is refused', () => {
    expect(failure(1, ['count', '-', '--column', '1'], 'a,b\n"c,d\ne,f\n')).toContain(
      'line 2: a quoted field begins in this record and never ends',
    );
  });

  test('lines that are no records are refused', () => {
    expect(failure(1, ['count', '-', '--column', '1'], 'ava\neve\n')).toContain('--separator');
  });

  test.each([
    ['--column', '0'],
    ['--separator', 'ab'],
    ['--separator', '"'],
  ])('%s %s is a mistake', (option, value) => {
    expect(failure(2, ['count', '-', option, value])).toContain(`${option}: `);
  });
});

describe('duplicates', () => {
  const list = file('twice.txt', 'ava\neve\nava\nava\n');

  test('are counted, and removed when asked for', () => {
    expect(json<Read>(['count', list])).toMatchObject({ names: 4, duplicates: 2, bigrams: 16 });
    const once = json<Read>(['count', list, '--remove-duplicates']);
    expect(once).toMatchObject({ names: 4, duplicates: 2, duplicates_removed: true, bigrams: 8 });
    expect(once.counts).toEqual(count('ava\neve\n').counts);
  });

  test('are removed before training and sampling too', () => {
    const plain = file('once.txt', 'ava\neve\n');
    for (const command of [['train'], ['sample', '--count', '20']]) {
      expect(output([...command, list, '--remove-duplicates'])).toBe(output([...command, plain]));
    }
  });
});

test('reading options are refused for a model file', () => {
  const saved = file('model.json', '');
  output(['train', file('one.txt', 'ava\n'), '--save', saved]);
  expect(failure(2, ['sample', saved, '--column', '1'])).toContain('is a model file');
});

describe('what is no list', () => {
  const cases: [string, Uint8Array, string][] = [
    ['PNG', Buffer.from('\x89PNG\r\n\x1A\n\0\0\0\rIHDR', 'latin1'), 'a PNG image'],
    ['JPEG', Buffer.from('\xFF\xD8\xFF\xE0\0\x10JFIF', 'latin1'), 'a JPEG image'],
    ['PDF', Buffer.from('%PDF-1.7\n'), 'a PDF document'],
    ['ZIP', Buffer.from('PK\x03\x04\x14\0\0\0', 'latin1'), 'a ZIP archive'],
    ['XLSX', Buffer.from('PK\x03\x04\x14\0[Content_Types].xml', 'latin1'), 'an Office document'],
    ['gzip', Buffer.from('\x1F\x8B\x08\0\0', 'latin1'), 'a gzip archive'],
    ['HTML', Buffer.from('<!DOCTYPE html><title>x'), 'a web page'],
    ['UTF-16 without a mark', Buffer.from('ava\neve\n', 'utf16le'), 'a byte order mark'],
    ['UTF-32', Buffer.from('\xFF\xFE\0\0a\0\0\0', 'latin1'), 'UTF-32'],
  ];
  test.each(cases)('%s', (_, bytes, kind) => {
    const message = failure(1, ['count', '-'], bytes);
    expect(message).toContain('this seems to be ');
    expect(message).toContain(kind);
  });
});

test('lines with control characters are passed over and told', () => {
  const text = output(['count', '-'], 'ava\ne\x01ve\n\nmia\n');
  expect(text).toMatch(/^names +2$/mu);
  expect(text).toMatch(/^skipped +1 line with control characters: 2$/mu);
  expect(text).toMatch(/^skipped +1 line without a name: 3$/mu);
});
