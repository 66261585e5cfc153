// The main journey through the workbench: train, compare, travel in time, train again otherwise.
import { expect, test } from 'vitest';
import type { Stage } from './stage.ts';
import * as bench from './workbench.ts';

export function labJourney(stage: Stage): void {
  test('trains, looks at the difference, travels back, and trains again in another way', async () => {
    const { page } = stage;
    await page.click(bench.trainButton);
    await bench.untilStep(page, 40);
    await bench.pause(page);
    const last = await bench.stepCount(page);
    // Names come a little after the step they belong to.
    await new Promise((resolve) => setTimeout(resolve, 500));
    const [lossThen, namesThen] = [await bench.lossFigure(page), await bench.names(page)];

    await page.click('label[for="tables-view-difference"]');
    await bench.until(
      page,
      'one map and the bars beside it',
      () => document.querySelectorAll('.maps figure:not([hidden])').length === 2,
      null,
    );
    await page.click('#time-start');
    await bench.untilText(page, '.train-state', 'step 0');
    await bench.untilText(page, '.time-place output', `0 of ${last}`);
    expect(await bench.lossFigure(page)).toBeGreaterThan(lossThen + 0.5);
    await page.click('#time-forward');
    await bench.untilText(page, '.time-place output', `1 of ${last}`);
    await page.click('#time-back');
    await bench.untilText(page, '.time-place output', `0 of ${last}`);
    await page.click('#time-end');
    await bench.untilText(page, '.time-place output', `${last} of ${last}`);
    expect(await bench.lossFigure(page)).toBe(lossThen);
    await bench.until(
      page,
      'the names of then',
      (then) =>
        Array.from(
          document.querySelectorAll('.names td.learned bdi'),
          (node) => node.textContent,
        ).join() === then,
      namesThen.learned.join(),
    );

    await page.click('.train-bar button:nth-child(3)');
    await bench.untilText(
      page,
      '.past-runs',
      `rate 50, L2 0.01: ${lossThen.toFixed(4)} at step ${last}`,
    );
    bench.expectClean(page, stage.site.url);
  });
}
