// What is taken along: the model and back, tables, the command, the program.
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import type { Stage } from './stage.ts';
import * as studio from './studio.ts';
import { openTerminal } from './terminal.ts';
import * as bench from './workbench.ts';

export function studioSaveJourneys(stage: Stage): void {
  test('a saved model, opened again, makes the same names under the same seed', async () => {
    const { page } = stage;
    await studio.openStudio(stage, '#step=5&tab=names&model=learned&listed=1&starts=a');
    await bench.untilText(page, '#about-model', 'Trained for 5 steps');
    await new Promise((resolve) => setTimeout(resolve, 300));
    const learned = await studio.names(page);
    const file = await studio.saved(page, '#save-model');
    expect(file.name).toBe('given-names.json');
    expect(JSON.parse(studio.textOf(file))).toMatchObject({
      format: 'makemore-model',
      version: 1,
      training: { seed: '2147483647', steps: 5, learning_rate: 50, l2: 0.01 },
    });
    const path = join(mkdtempSync(join(tmpdir(), 'makemore-')), file.name);
    writeFileSync(path, Uint8Array.from(file.bytes));
    await studio.reopen(stage, '#tab=names&model=learned&listed=1&starts=a');
    await stage.page.chooseFile('#studio-file', path);
    await bench.untilText(stage.page, '#studio-list option:checked', 'given-names.json');
    await bench.untilText(stage.page, '#about-model', 'Trained for 5 steps');
    await studio.untilSame(stage.page, learned);
    expect((await studio.badges(stage.page)).join('')).toBe('');
    bench.expectClean(stage.page, stage.site.url);
  });

  test('a model trained in the terminal is opened and makes the terminal’s names', async () => {
    const { page } = stage;
    const terminal = openTerminal();
    const list = fileURLToPath(new URL('../../web/public/lists/welsh-names.txt', import.meta.url));
    terminal.run(`makemore train ${list} --steps 40 --seed 9 --l2 0.002 --save welsh.json`);
    const rules = '--seed 3 --count 20 --starts-with gw --max-length 8 --unique';
    await studio.openStudio(stage, '#seed=3&tab=names&model=learned&starts=gw&max=8');
    await page.chooseFile('#studio-file', terminal.path('welsh.json'));
    await bench.untilText(page, '#about-model', 'Trained for 40 steps');
    await studio.untilSame(
      page,
      terminal.run(`makemore sample welsh.json --model neural ${rules}`),
    );
    await studio.press(page, '#studio-model-counted');
    await studio.untilSame(page, terminal.run(`makemore sample welsh.json ${rules}`));
    expect(
      await page.evaluate(() => document.querySelector('#new-only-note')?.textContent, null),
    ).toContain('not its names');
    const file = await studio.saved(page, '#save-model');
    terminal.save('again.json', file.bytes);
    expect(terminal.run('cmp welsh.json again.json')).toEqual(['']);
    bench.expectClean(page, stage.site.url);
  });

  test('a file that is no model is refused with the reason, and changes nothing', async () => {
    const { page } = stage;
    await studio.openStudio(stage);
    const before = await studio.names(page);
    await bench.dropFiles(page, [{ name: 'other.json', bytes: '{"format": "something"}' }]);
    await bench.untilText(page, '#notice', 'format');
    expect(await studio.names(page)).toEqual(before);
    bench.expectClean(page, stage.site.url);
  });

  test('the table is saved as CSV and as NPY', async () => {
    const { page } = stage;
    await studio.openStudio(stage);
    const csv = await studio.saved(page, '#save-csv');
    expect(csv.name).toBe('given-names-counted.csv');
    const lines = studio.textOf(csv).trimEnd().split(/\r?\n/);
    expect(lines).toHaveLength(28);
    for (const line of lines) expect(line.split(',')).toHaveLength(28);
    const npy = await studio.saved(page, '#save-npy');
    expect(npy.name).toBe('given-names-counted.npy');
    expect(npy.bytes.slice(0, 6)).toEqual([0x93, 0x4e, 0x55, 0x4d, 0x50, 0x59]);
    bench.expectClean(page, stage.site.url);
  });

  test('the command and the program carry what is on the screen', async () => {
    const { page } = stage;
    await studio.openStudio(stage, '#seed=7&smoothing=0.5&tab=names&starts=ma&max=6&many=5');
    const command = await studio.copied(page, '#copy-cli', 'The command');
    expect(command).toBe(
      'makemore sample --smoothing=0.5 --count=5 --seed=7 --starts-with=ma --max-length=6 --new-only --unique given-names.txt',
    );
    const program = await studio.copied(page, '#copy-torch', 'The program');
    expect(program).toContain('import torch');
    expect(program).toContain('manual_seed(7)');
    expect(program).toContain('starts, ends = "ma", ""');
    bench.expectClean(page, stage.site.url);
  });
}
