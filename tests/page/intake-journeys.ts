// Lists of all kinds: what the page offers to do about them, what it reports, and what it refuses.
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Page } from './driver.ts';
import type { Stage } from './stage.ts';
import * as bench from './workbench.ts';

const births = 'name,sex,count\nEmma,F,6\nOlivia,F,3\nNoah,M,5\nemma,F,1\nAva,F,0\n';
const latin1 = (text: string): number[] => Array.from(text, (each) => each.charCodeAt(0));

const offer = '.slip[data-about="reading"]';
const undo = '.slip[data-about="undo"]';
const report = 'dialog.report[open]';

const drop = (page: Page, name: string, bytes: string | number[]) =>
  bench.dropFiles(page, [{ name, bytes }]);

const untilFact = (page: Page, name: string, value: string) =>
  bench.until(
    page,
    `${name}: ${value}`,
    ([wanted, text]) =>
      Array.from(document.querySelectorAll('#data .facts dt')).some(
        (node) => node.textContent === wanted && node.nextElementSibling?.textContent === text,
      ),
    [name, value] as const,
  );

/** A press of the button with these words, within what is selected. */
const pressButton = (page: Page, within: string, words: string): Promise<void> =>
  page.evaluate(
    ([at, text]) => {
      const buttons = Array.from(document.querySelectorAll<HTMLElement>(`${at} button`));
      const found = buttons.find((each) => each.textContent.includes(text));
      if (found === undefined) throw new Error(`no button “${text}”`);
      found.click();
    },
    [within, words] as const,
  );

async function openReport(page: Page): Promise<void> {
  await page.click('#report');
  await bench.until(page, 'the report', (at) => document.querySelector(at) !== null, report);
}

const said = (page: Page, part: string) => bench.untilText(page, '#notice .notice-message', part);

/** In every browser. */
export function mainIntakeJourney(stage: Stage): void {
  test('reads an export by its columns, folds it, undoes that, and brings it back', async () => {
    const { page } = stage;
    await drop(page, 'births.csv', births);
    await bench.untilText(page, offer, 'look like records of 3 columns under a header');
    expect(await bench.text(page, offer)).toContain(
      'Use column 1 (Emma, Olivia, Noah, …), weighted by column 3',
    );
    await page.click('.train-bar button:nth-child(2)');
    await bench.untilStep(page, 1);
    await bench.until(page, 'the address', () => location.hash.includes('step=1'), null);
    await pressButton(page, offer, 'Use column 1');
    await untilFact(page, 'names', '15 (1 line passed over)');
    await bench.untilText(page, undo, 'Read by column 1, weighted by column 3.');
    await pressButton(page, undo, 'Undo');
    await untilFact(page, 'names', '6');
    await bench.untilStep(page, 1);
    await bench.untilText(page, offer, 'look like records');
    await pressButton(page, offer, 'Use column 1');
    await bench.untilText(page, offer, '14 names begin with a capital, 1 with a small letter');
    await untilFact(page, 'distinct', '4');
    await pressButton(page, offer, 'Fold to lower case');
    await untilFact(page, 'distinct', '3');
    expect(await bench.text(page, '.alphabet')).not.toContain('E');
    await bench.until(
      page,
      'the address',
      () => location.hash.includes('read=comma-1-3-header.fold'),
      null,
    );
    await page.evaluate(() => {
      const field = document.querySelector<HTMLInputElement>('#word');
      if (field === null) throw new Error('no field');
      field.value = 'EMMA';
      field.dispatchEvent(new Event('input'));
    }, null);
    await bench.untilText(page, '.score', 'e → m');
    await page.reload();
    await untilFact(page, 'names', '15 (1 line passed over)');
    await untilFact(page, 'distinct', '3');
    bench.expectClean(page, stage.site.url);
  });

  test('reads what is not UTF-8 as Windows-1252 on one click, and only then', async () => {
    const { page } = stage;
    await drop(page, 'old.txt', latin1('Ana\nEva\nRen\xE9e\n'));
    await said(page, 'line 3, column 4: 0xE9');
    expect(await bench.text(page, '.list-title')).toContain('Given names');
    await page.click('#remedy');
    await bench.untilText(page, '.list-title', 'old.txt');
    await bench.untilText(page, '.alphabet', 'é');
    await bench.until(page, 'the address', () => location.hash.includes('read=windows-1252'), null);
    await page.reload();
    await bench.untilText(page, '.alphabet', 'é');
    bench.expectClean(page, stage.site.url);
  });
}

export function intakeJourneys(stage: Stage): void {
  test('Windows-1252 is undone to the list that was open', async () => {
    const { page } = stage;
    await drop(page, 'old.txt', latin1('Ren\xE9e\n'));
    await page.click('#remedy');
    await bench.untilText(page, undo, 'Read as Windows-1252.');
    await pressButton(page, undo, 'Undo');
    await bench.untilText(page, '.list-title', 'Given names');
    bench.expectClean(page, stage.site.url);
  });

  test('counts every name once, and again as often as it stands there', async () => {
    const { page } = stage;
    await drop(page, 'twice.txt', 'ava\neve\nava\nava\n');
    await untilFact(page, 'bigrams', '16');
    await openReport(page);
    expect(await bench.text(page, `${report} .choices`)).toContain(
      '2 of the names are repeats, and each counts.',
    );
    await pressButton(page, report, 'Count every name once');
    await untilFact(page, 'bigrams', '8');
    await untilFact(page, 'names', '2 of 4');
    await bench.until(page, 'the address', () => location.hash.includes('read=once'), null);
    await openReport(page);
    await pressButton(page, report, 'Count repeats again');
    await untilFact(page, 'bigrams', '16');
    // Back is an undo as well.
    await bench.until(page, 'the address', () => !location.hash.includes('read='), null);
    await page.evaluate(() => {
      history.back();
    }, null);
    await untilFact(page, 'bigrams', '8');
    bench.expectClean(page, stage.site.url);
  });

  test('takes other columns than it guessed', async () => {
    const { page } = stage;
    await drop(page, 'births.csv', births);
    await untilFact(page, 'names', '6');
    await openReport(page);
    expect(await bench.text(page, `${report} .preview thead`)).toBe('namesexcount');
    await page.evaluate(() => {
      for (const [id, value] of [
        ['names-column', '1'],
        ['weight-column', ''],
      ] as const) {
        const select = document.querySelector<HTMLSelectElement>(`#${id}`);
        if (select === null) throw new Error(`no ${id}`);
        select.value = value;
        select.dispatchEvent(new Event('change'));
      }
    }, null);
    expect(await bench.text(page, '#use-columns')).toBe('Use column 2 (F, F, M, …)');
    await page.click('#header-row');
    expect(await bench.text(page, '#use-columns')).toBe('Use column 2 (sex, F, F, …)');
    await page.click('#use-columns');
    await untilFact(page, 'lengths', '1 to 3');
    bench.expectClean(page, stage.site.url);
  });

  test('reports all that it found, and each number says what it means', async () => {
    const { page } = stage;
    const bytes = [0xff, 0xfe];
    for (const unit of 'ava\n\nevelyn\nb\u0001b\neve\nava\n') bytes.push(unit.charCodeAt(0), 0);
    await drop(page, 'wide.txt', bytes);
    await untilFact(page, 'names', '4 (1 line passed over)');
    await openReport(page);
    const text = await bench.text(page, report);
    for (const part of [
      'It is written in UTF-16 (little-endian)',
      '1 of the names is a repeat',
      'Most often 3 characters (3 names)',
      '1 line without a name: line 2',
      '1 line with a control character inside: line 4',
      'l (line 3)',
      'y (line 3)',
    ]) {
      expect(text).toContain(part);
    }
    await pressButton(page, `${report} h3`, 'Table');
    await bench.untilText(page, 'dialog[open]:not(.report) caption', 'how many characters');
    const rows = () =>
      Array.from(document.querySelectorAll('dialog[open]:not(.report) tbody tr'), (row) =>
        Array.from(row.children, (cell) => cell.textContent),
      );
    expect(await page.evaluate(rows, null)).toEqual([
      ['3', '3'],
      ['6', '1'],
    ]);
    await page.press('Escape');
    const texts = await bench.meanings(page, '.report button.term');
    expect(texts.length).toBeGreaterThanOrEqual(11);
    for (const each of texts) expect(each.length).toBeGreaterThan(20);
    bench.expectClean(page, stage.site.url);
  });

  test('a link to a list that was read in another way asks for the file and reads it so', async () => {
    const { page } = stage;
    await drop(page, 'births.csv', births);
    await bench.untilText(page, offer, 'look like records');
    await pressButton(page, offer, 'Use column 1');
    await untilFact(page, 'names', '15 (1 line passed over)');
    await bench.until(page, 'the address', () => location.hash.includes('read='), null);
    const link = await page.evaluate(() => location.href, null);
    await page.close();
    stage.page = await stage.browser.open();
    await stage.page.goto(link);
    await bench.untilText(stage.page, '#notice', 'births.csv');
    await drop(stage.page, 'births.csv', births);
    await untilFact(stage.page, 'names', '15 (1 line passed over)');
    bench.expectClean(stage.page, stage.site.url);
  });

  test('what is no list is refused, with the reason, and nothing changes', async () => {
    const { page } = stage;
    await drop(page, 'own.txt', 'anna\nbob\nada\n');
    await bench.untilText(page, '.list-title', 'own.txt');
    for (let i = 0; i < 2; i += 1) await page.click('.train-bar button:nth-child(2)');
    await bench.untilStep(page, 2);
    const before = await bench.lossFigure(page);
    const many = Array.from({ length: 2001 }, (_, i) => String.fromCodePoint(0x4e00 + i));
    const refused: [string, string | number[], string][] = [
      ['photo.png', latin1('\x89PNG\r\n\x1A\n\0\0\0\rIHDR'), 'a PNG image'],
      ['names.zip', latin1('PK\x03\x04\x14\0\0\0'), 'a ZIP archive'],
      ['nul.txt', 'an\0na\n', 'NUL'],
      ['empty.txt', '', 'the list is empty'],
      ['blank.txt', ' \n\t\n\u3000\n', 'only blank lines'],
      ['long.txt', `ava\n${'x'.repeat(1001)}\n`, 'line 2'],
      ['many.txt', many.join('\n'), 'line 2001'],
      ['half.txt', [0xff, 0xfe, 0x61], 'UTF-16'],
    ];
    for (const [name, bytes, reason] of refused) {
      await drop(page, name, bytes);
      await bench.untilText(page, '#notice', `${name} was not read`);
      await said(page, reason);
      expect(await bench.text(page, '#notice'), name).toContain('own.txt is still here');
      expect(await bench.stepCount(page), name).toBe(2);
      expect(await bench.lossFigure(page), name).toBe(before);
    }
    expect(
      await page.evaluate(() => document.querySelector('#remedy[hidden]') !== null, null),
    ).toBe(true);
    await page.press('Escape');
    await page.click('.train-bar button:nth-child(2)');
    await bench.untilStep(page, 3);
    bench.expectClean(page, stage.site.url);
  });

  test('a folder that is dropped is refused', async () => {
    const { page } = stage;
    await page.evaluate(() => {
      DataTransferItem.prototype.webkitGetAsEntry = () =>
        ({ isDirectory: true, name: 'lists' }) as FileSystemEntry;
    }, null);
    await drop(page, 'lists', '');
    await said(page, '“lists” is a folder. Drop one file.');
    expect(await bench.text(page, '.list-title')).toContain('Given names');
    bench.expectClean(page, stage.site.url);
  });

  test('a file that is deleted before it is read is refused', async () => {
    const { page } = stage;
    const folder = await mkdtemp(join(tmpdir(), 'makemore-gone-'));
    const path = join(folder, 'gone.txt');
    await writeFile(path, 'anna\nbob\n');
    // The page hears of the choice when the file is gone.
    await page.evaluate(() => {
      document.addEventListener(
        'change',
        (event) => {
          event.stopImmediatePropagation();
        },
        { capture: true, once: true },
      );
    }, null);
    await page.chooseFile('#file', path);
    await rm(folder, { recursive: true });
    await page.evaluate(
      () => document.querySelector('#file')?.dispatchEvent(new Event('change', { bubbles: true })),
      null,
    );
    await bench.untilText(page, '#notice', 'gone.txt was not read');
    await said(page, 'moved, changed or deleted');
    expect(await bench.text(page, '.list-title')).toContain('Given names');
    bench.expectClean(page, stage.site.url);
  });
}
