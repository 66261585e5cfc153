// Ways to read a list, as links and sentences have them, and how long reading takes.
import { describe, expect, test } from 'vitest';
import { readReading, writeReading } from '../../web/links/reading.ts';
import { duration, ReadingPace } from '../../web/lists/reading-pace.ts';
import { plainReading } from '../../web/lists/reading.ts';
import type { Reading } from '../../web/messages/protocol.ts';
import type { RecordPreview } from '../../web/messages/questions.ts';
import { chosen, linesOf, namesIn, recordsFound, useColumns } from '../../web/report/sentences.ts';

const everyReading = (): Reading[] => {
  const both = [false, true];
  const records = [
    null,
    ...([',', '\t', ';', '|'] as const).flatMap((separator) =>
      both.flatMap((header) =>
        [null, 0, 11].map((weight) => ({ separator, header, names: 3, weight })),
      ),
    ),
  ];
  return both.flatMap((windows1252) =>
    both.flatMap((foldsCase) =>
      both.flatMap((once) =>
        records.map((columns) => ({ windows1252, records: columns, foldsCase, once })),
      ),
    ),
  );
};

describe('in a link', () => {
  test('every way to read comes back as it was', () => {
    expect(writeReading(plainReading)).toBe('');
    const texts = everyReading().map((reading) => {
      const text = writeReading(reading);
      expect(readReading(text)).toEqual(reading);
      return text;
    });
    expect(new Set(texts).size).toBe(texts.length);
  });
  test.each(['', 'latin1', 'comma-0', 'comma-1-0', 'comma-', 'space-1', 'comma-99999', '...'])(
    'what cannot be is not read: %s',
    (text) => {
      expect(readReading(text)).toEqual(plainReading);
    },
  );
});

describe('in words', () => {
  const preview: RecordPreview = {
    separator: ',',
    header: true,
    columns: 3,
    names: 0,
    weight: 2,
    rows: [
      ['name', 'sex', 'count'],
      ['Emma', 'F', '20355'],
      ['Olivia', 'F', '18256'],
    ],
  };
  test('one click says what it does', () => {
    expect(recordsFound(preview)).toBe(
      'The lines look like records of 3 columns under a header, and each was read as one name.',
    );
    expect(useColumns(preview)).toBe('Use column 1 (Emma, Olivia), weighted by column 3');
    expect(useColumns({ ...preview, weight: null, header: false })).toBe(
      'Use column 1 (name, Emma, Olivia, …)',
    );
    expect(namesIn({ ...preview, rows: [['x'], ['אבא'], ['a'.repeat(30)]] }, 0)).toEqual([
      '\u2068אבא\u2069',
      `${'a'.repeat(24)}…`,
    ]);
  });
  test('what was chosen', () => {
    expect(chosen(plainReading)).toBe('');
    expect(chosen({ windows1252: true, foldsCase: true, once: true, records: preview })).toBe(
      'as Windows-1252, by column 1, weighted by column 3, folded to lower case, every name once',
    );
  });
  test('lines by number', () => {
    expect(linesOf({ count: 1, first: [7] })).toBe('line 7');
    expect(linesOf({ count: 3, first: [7, 1200] })).toBe('lines 7, 1,200, …');
  });
});

describe('pace', () => {
  test('is not guessed at once, and follows the last seconds', () => {
    const pace = new ReadingPace();
    pace.mark(0, 0);
    pace.mark(100, 1e6);
    expect(pace.pace(1e8)).toBeNull();
    pace.mark(1000, 1e7);
    expect(pace.pace(1e8)).toEqual({ perSecond: 1e7, left: 9 });
    for (let at = 2000; at <= 20_000; at += 1000) pace.mark(at, 1e7 + (at - 1000) * 1000);
    expect(pace.pace(1e8)?.perSecond).toBeCloseTo(1e6, 0);
  });
  test('a standstill has no end', () => {
    const pace = new ReadingPace();
    pace.mark(0, 5);
    pace.mark(9000, 5);
    expect(pace.pace(10)).toBeNull();
  });
  test.each([
    [0.4, 'under 1 s'],
    [9.4, '9 s'],
    [100, '2 min'],
    [7200, '2.0 h'],
  ])('%s seconds', (seconds, text) => {
    expect(duration(seconds)).toBe(text);
  });
});
