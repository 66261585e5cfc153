// Every bad input, given to the page's worker as a file.
import { beforeAll, expect, test } from 'vitest';
import { loadCore } from '../../web/worker/core.ts';
import type { Core } from '../../web/worker/core.ts';
import { readList } from '../../web/worker/load.ts';
import { badInputs } from '../fixtures/bad-inputs.ts';

let core: Core;
beforeAll(async () => {
  core = await loadCore();
});

const watch = { progress: () => undefined, cancelled: () => false };

test('there are sixty of them at least, no two called alike', () => {
  expect(badInputs.length).toBeGreaterThanOrEqual(60);
  expect(new Set(badInputs.map(({ what }) => what)).size).toBe(badInputs.length);
});

test.each(badInputs)('$what', async ({ bytes, reading, line, column, says }) => {
  const file = new File([bytes], 'bad');
  const source =
    reading === null
      ? ({ from: 'model', file } as const)
      : ({ from: 'file', file, reading } as const);
  const error = await readList(core, source, watch).then(
    () => null,
    (thrown: unknown) => thrown as Error & { line: number; column: number },
  );
  expect(error?.message).toContain(says);
  expect(error?.line).toBeTypeOf('number');
  if (line > 0) expect(error?.line).toBe(line);
  if (column > 0) expect(error?.column).toBe(column);
});
