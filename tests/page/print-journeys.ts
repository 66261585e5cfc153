// The lesson on paper: all ten stations from the button, the open one where nothing was prepared.
import { expect, test } from 'vitest';
import type { Page } from './driver.ts';
import { openStation, stations, titles } from './lesson-journeys.ts';
import type { Stage } from './stage.ts';
import * as bench from './workbench.ts';

const printButton = '.handout-way button';

/** Keeps what stands on paper when the page is printed; after the page's own listeners. */
const watch = (page: Page): Promise<void> =>
  page.evaluate(() => {
    const { dataset } = document.documentElement;
    window.print = () => {
      dataset['asked'] = String(Number(dataset['asked'] ?? 0) + 1);
    };
    window.addEventListener('beforeprint', () => {
      dataset['paper'] = document.body.innerText;
      dataset['colour'] = getComputedStyle(document.documentElement).color;
      const buttons = Array.from(document.querySelectorAll('button'));
      dataset['buttons'] = String(buttons.filter((each) => each.offsetParent !== null).length);
    });
  }, null);

const kept = (page: Page, name: string): Promise<string> =>
  page.evaluate((key) => document.documentElement.dataset[key] ?? '', name);

async function prepare(page: Page, times: string): Promise<void> {
  await page.click(printButton);
  await bench.until(
    page,
    'the page asking to be printed',
    (wanted) => document.documentElement.dataset['asked'] === wanted,
    times,
  );
}

export function printJourneys(stage: Stage): void {
  test('the button prints all ten stations with the figures of the list, in ink', async () => {
    const { page } = stage;
    await page.evaluate(() => document.querySelector<HTMLElement>('#theme-dark')?.click(), null);
    await bench.dropFiles(page, [{ name: 'own.txt', bytes: 'anna\nbob\nada\n' }]);
    await bench.untilText(page, '.list-title', 'own.txt');
    await openStation(page, 'likelihood');
    await watch(page);
    // Training comes to rest first: a handout shows one moment.
    await page.click(bench.trainButton);
    await bench.untilStep(page, 3);
    await prepare(page, '1');
    await bench.untilText(page, bench.trainButton, 'Train');
    const whole = await page.pdf();
    const paper = await kept(page, 'paper');
    for (const id of stations.slice(0, 10)) expect(paper).toContain(titles[id]);
    expect(paper).not.toContain('Try to break it');
    const step = await bench.stepCount(page);
    expect(paper).toContain('own.txt: 3 names, 13 examples, 6 signs');
    expect(paper).toContain(`stands at step ${step} with loss`);
    for (const live of [
      'All 6 rows add up to 1',
      'falls in the stretch of its letter',
      'the two slopes differ by',
      'Once the pairs are counted',
      'away from uniform',
      'Each rung knows more and loses less: 1.7918',
      'The name is done',
    ]) {
      expect(paper).toContain(live);
    }
    expect(await kept(page, 'buttons')).toBe('0');
    expect(await kept(page, 'colour')).toBe('rgb(38, 34, 28)');
    // The screen is as it was.
    await bench.untilText(page, '#station-title', '5. Likelihood');
    await bench.untilText(page, '.station-body', 'This is the likelihood');
    expect(
      await page.evaluate(() => document.querySelectorAll('.handout article').length, null),
    ).toBe(0);

    // Once something has changed, only what is open can be printed in time, and the paper says so.
    await page.click('.train-bar button:nth-child(2)');
    await bench.untilStep(page, step + 1);
    const open = await page.pdf();
    expect(open.length).toBeLessThan(whole.length / 2);
    const single = await kept(page, 'paper');
    expect(single).toContain('Only the station that was open');
    expect(single).toContain('5. Likelihood');
    expect(single).not.toContain('2. Counting');
    await prepare(page, '2');
    await page.pdf();
    expect(await kept(page, 'paper')).toContain(`stands at step ${step + 1} with loss`);
    bench.expectClean(page, stage.site.url);
  });
}
