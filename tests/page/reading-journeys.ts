// What is read rather than pressed: tables behind charts, explanations, untrained names, where names part.
import { expect, test } from 'vitest';
import type { Stage } from './stage.ts';
import * as bench from './workbench.ts';

export function readingJourneys(stage: Stage): void {
  test('has a table behind each chart, and copies it', async () => {
    const { page } = stage;
    await page.click('#row-table');
    await bench.untilText(page, 'dialog[open] caption', 'After boundary, at step 0');
    const rows = () => document.querySelectorAll('dialog[open] tbody tr').length;
    expect(await page.evaluate(rows, null)).toBe(27);
    await page.evaluate(() => {
      const select = document.querySelector<HTMLSelectElement>('#row-of');
      if (select === null) throw new Error('no choice');
      select.value = '1';
      select.dispatchEvent(new Event('change'));
    }, null);
    await bench.untilText(page, 'dialog[open] caption', 'After a,');
    await page.click('dialog[open] .copy-csv');
    await bench.untilText(page, 'dialog[open] .copy-csv', 'Copied');
    await page.press('Escape');
    await page.click('.train-bar button:nth-child(2)');
    await bench.untilStep(page, 1);
    await page.click('#loss-table');
    await bench.untilText(page, 'dialog[open] caption', 'rate 50, L2 0.01. Floors: ln V');
    expect(await page.evaluate(rows, null)).toBe(2);
    await page.press('Escape');
    await page.click('#copy-score');
    await bench.untilText(page, '#copy-score', 'Copied');
    await page.click('.tally .quiet-button');
    await bench.untilText(page, '.tally .quiet-button', 'Copied');
    bench.expectClean(page, stage.site.url);
  });

  test('says what a number means, by pointer and by keyboard, and Esc leaves', async () => {
    const { page } = stage;
    const terms = await page.evaluate(() => document.querySelectorAll('button.term').length, null);
    expect(terms).toBeGreaterThan(20);
    await page.click('.loss-figure .term');
    await bench.untilText(page, '.meaning', 'Lower is better');
    await page.press('Escape');
    expect(await page.evaluate(() => document.querySelector('.meaning'), null)).toBeNull();
    await page.evaluate(() => document.querySelector<HTMLElement>('.facts .term')?.focus(), null);
    await page.press('Enter');
    await bench.untilText(page, '.meaning', 'names the list holds');
    const inside = await page.evaluate(() => {
      const box = document.querySelector('.meaning')?.getBoundingClientRect();
      return (box?.left ?? -1) >= 0 && (box?.bottom ?? Infinity) <= window.innerHeight;
    }, null);
    expect(inside).toBe(true);
    await page.click('#names h2');
    expect(await page.evaluate(() => document.querySelector('.meaning'), null)).toBeNull();
    // Every word explains itself.
    const texts = await bench.meanings(page, 'button.term');
    for (const text of texts) expect(text.length).toBeGreaterThan(20);
    bench.expectClean(page, stage.site.url);
  });

  test('draws untrained names from equal chances or from the starting weights', async () => {
    const { page } = stage;
    const untrained = () =>
      Array.from(document.querySelectorAll('.names td.untrained bdi'), (n) => n.textContent).join();
    const uniform = await page.evaluate(untrained, null);
    expect(uniform.length).toBeGreaterThan(100);
    await page.evaluate(() => {
      const select = document.querySelector<HTMLSelectElement>('#untrained');
      if (select === null) throw new Error('no choice');
      select.value = 'initial';
      select.dispatchEvent(new Event('change'));
    }, null);
    await bench.until(
      page,
      'names from the starting weights',
      (before) =>
        Array.from(
          document.querySelectorAll('.names td.untrained bdi'),
          (n) => n.textContent,
        ).join() !== before,
      uniform,
    );
    // Nothing has been learned yet: what the weights draw is what the learned model draws.
    const { learned } = await bench.names(page);
    expect(await page.evaluate(untrained, null)).toBe(learned.join());
    bench.expectClean(page, stage.site.url);
  });

  test('marks the letter at which two names part', async () => {
    const { page } = stage;
    const parted = await page.evaluate(
      () =>
        Array.from(document.querySelectorAll('.names tbody tr'), (row) => {
          const of = (model: string) => row.querySelector(`td.${model} bdi`)?.textContent ?? '';
          const before = (model: string) =>
            row.querySelector(`td.${model} bdi span`)?.textContent ?? '';
          return {
            counted: of('counted'),
            learned: of('learned'),
            countedBefore: before('counted'),
            learnedBefore: before('learned'),
          };
        }),
      null,
    );
    for (const { counted, learned, countedBefore, learnedBefore } of parted) {
      if (counted === learned || counted.startsWith('(') || learned.startsWith('(')) continue;
      expect(countedBefore).toBe(learnedBefore);
      expect(counted[countedBefore.length]).not.toBe(learned[learnedBefore.length]);
    }
    bench.expectClean(page, stage.site.url);
  });
}
