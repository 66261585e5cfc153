// Every bad input, given to the command.
import { expect, test } from 'vitest';
import type { Reading } from '../../web/messages/protocol.ts';
import { badInputs } from '../fixtures/bad-inputs.ts';
import { failure, file } from './command.ts';

function options({ records }: Reading): string[] {
  if (records === null) return [];
  const { separator, header, names, weight } = records;
  return [
    `--separator=${separator}`,
    header ? '--header' : '--no-header',
    `--column=${names + 1}`,
    ...(weight === null ? [] : [`--weight=${weight + 1}`]),
  ];
}

test.each(badInputs)('$what', ({ bytes, reading, line, column, says }) => {
  const path = file(reading === null ? 'bad.json' : 'bad.txt', bytes);
  const said =
    reading === null
      ? failure(1, ['sample', path])
      : failure(1, ['count', path, ...options(reading)]);
  expect(said).toContain(says);
  if (line > 0) expect(said).toContain(`line ${line}${column > 0 ? `, column ${column}` : ''}`);
});
