// Training, drawing and scoring: what the buttons and settings do to the models.
import { expect, test } from 'vitest';
import type { Stage } from './stage.ts';
import * as bench from './workbench.ts';

export function trainingJourneys(stage: Stage): void {
  test('hears Pause at once, even at full speed', async () => {
    await bench.chooseSpeed(stage.page, bench.asFastAsPossible);
    await stage.page.click(bench.trainButton);
    await bench.untilStep(stage.page, 2000);
    const waited = await stage.page.evaluate(async (selector) => {
      const button = document.querySelector<HTMLElement>(selector);
      const start = performance.now();
      button?.click();
      while (button?.textContent !== 'Train') {
        if (performance.now() - start > 5000) break;
        await new Promise((resolve) => setTimeout(resolve, 5));
      }
      return performance.now() - start;
    }, bench.trainButton);
    expect(waited).toBeLessThan(500);
    const stopped = await bench.stepCount(stage.page);
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(await bench.stepCount(stage.page)).toBe(stopped);
    bench.expectClean(stage.page, stage.site.url);
  });

  test('trains the same numbers twice, step by step or in one run', async () => {
    for (let i = 0; i < 3; i += 1) await stage.page.click('.train-bar button:nth-child(2)');
    await bench.untilStep(stage.page, 3);
    const third = await bench.text(stage.page, '.loss-figure .figure');
    await stage.page.click('.train-bar button:nth-child(3)');
    await bench.untilText(stage.page, '.train-state', 'step 0');
    const initial = await bench.text(stage.page, '.loss-figure .figure');
    expect(Number(initial)).toBeGreaterThan(Number(third));
    for (let i = 0; i < 3; i += 1) await stage.page.click('.train-bar button:nth-child(2)');
    await bench.untilStep(stage.page, 3);
    expect(await bench.text(stage.page, '.loss-figure .figure')).toBe(third);
    bench.expectClean(stage.page, stage.site.url);
  });

  test('stops with a reason when the learning rate is absurd, and starts again', async () => {
    await bench.dropFiles(stage.page, [{ name: 'tiny.txt', bytes: 'ab\nba\n' }]);
    await bench.untilText(stage.page, '.list-title', 'tiny.txt');
    await bench.typeSetting(stage.page, 'L2', '10');
    await bench.typeSetting(stage.page, 'Learning rate', '1000');
    await bench.chooseSpeed(stage.page, bench.asFastAsPossible);
    await stage.page.click(bench.trainButton);
    await bench.untilText(stage.page, '#notice', 'Training has stopped');
    await bench.untilText(stage.page, bench.trainButton, 'Train');
    await stage.page.click('.train-bar button:nth-child(3)');
    await bench.untilText(stage.page, '.train-state', 'step 0');
    await bench.typeSetting(stage.page, 'L2', '0');
    await bench.typeSetting(stage.page, 'Learning rate', '1');
    await stage.page.click(bench.trainButton);
    await bench.untilStep(stage.page, 100);
    bench.expectClean(stage.page, stage.site.url);
  });

  test('keeps training in a tab that draws nothing, with the loss in its title', async () => {
    await stage.page.evaluate(() => {
      window.requestAnimationFrame = () => 0;
      Object.defineProperty(document, 'hidden', { get: () => true });
    }, null);
    await stage.page.click(bench.trainButton);
    const title = () => stage.page.evaluate(() => document.title, null);
    const stepIn = (shown: string) => Number(/step ([\d,]+)/.exec(shown)?.[1]?.replaceAll(',', ''));
    await bench.until(
      stage.page,
      'the loss in the title',
      () => /^\d\.\d{4} at step \d/.test(document.title),
      null,
    );
    const first = stepIn(await title());
    await bench.until(
      stage.page,
      'a later step in the title',
      (then) => Number(/step (\d+)/.exec(document.title)?.[1]) > then + 20,
      first,
    );
    bench.expectClean(stage.page, stage.site.url);
  });

  test('draws other names with another seed, and the same with the same', async () => {
    const first = (await bench.names(stage.page)).counted;
    await stage.page.click('#new-seed');
    const changed = (before: string[]) =>
      Array.from(
        document.querySelectorAll('.names td.counted bdi'),
        (n) => n.textContent,
      ).join() !== before.join();
    await bench.until(stage.page, 'other names', changed, first);
    await stage.page.evaluate(() => {
      const seed = document.querySelector<HTMLInputElement>('#name-seed');
      if (seed === null) throw new Error('no seed');
      seed.value = '2147483647';
      seed.dispatchEvent(new Event('change'));
    }, null);
    await bench.until(
      stage.page,
      'the first names again',
      (before) =>
        Array.from(
          document.querySelectorAll('.names td.counted bdi'),
          (n) => n.textContent,
        ).join() === before.join(),
      first,
    );
    for (const sampler of ['race', 'mkl']) {
      const before = (await bench.names(stage.page)).counted;
      await stage.page.evaluate((kind) => {
        const select = document.querySelector<HTMLSelectElement>('#sampler');
        if (select === null) throw new Error('no sampler');
        select.value = kind;
        select.dispatchEvent(new Event('change'));
      }, sampler);
      await bench.until(stage.page, `names drawn by ${sampler}`, changed, before);
    }
    bench.expectClean(stage.page, stage.site.url);
  });

  test('scores a typed name, and names a letter it does not know', async () => {
    await stage.page.evaluate(
      () => document.querySelector<HTMLInputElement>('#word')?.select(),
      null,
    );
    await stage.page.click('#word');
    await stage.page.press('End');
    for (let i = 0; i < 20; i += 1) await stage.page.press('Backspace');
    await stage.page.type('anna');
    await bench.untilText(stage.page, '#word-result', 'Mean per pair');
    await bench.until(
      stage.page,
      'five pairs',
      () => document.querySelectorAll('.score tbody tr:not([hidden])').length === 5,
      null,
    );
    await stage.page.type('é');
    await bench.untilText(stage.page, '#word-result', 'é');
    expect(
      await stage.page.evaluate(
        () => document.querySelector('#word')?.getAttribute('aria-invalid'),
        null,
      ),
    ).toBe('true');
    bench.expectClean(stage.page, stage.site.url);
  });

  test('smoothing moves the counted floor, and both floors are named', async () => {
    await bench.typeSetting(stage.page, 'Smoothing', '1000');
    await bench.untilText(stage.page, '.loss-words .distance', 'the smoothed count model');
    await bench.untilText(stage.page, '#loss-summary', 'exact count optimum');
    bench.expectClean(stage.page, stage.site.url);
  });
}
