// The loss curve and time: values under the pointer, rewinding, long replays, and where it is computed.
import { expect, test } from 'vitest';
import type { Stage } from './stage.ts';
import * as bench from './workbench.ts';

export function curveJourneys(stage: Stage): void {
  test('rewinds with the keyboard and by pressing the curve, and keeps changes of settings', async () => {
    const { page } = stage;
    const step = '.train-bar button:nth-child(2)';
    for (let i = 0; i < 10; i += 1) await page.click(step);
    await bench.untilStep(page, 10);
    await bench.typeSetting(page, 'Learning rate', '5');
    for (let i = 0; i < 10; i += 1) await page.click(step);
    await bench.untilStep(page, 20);
    const end = await bench.text(page, '.loss-figure .figure');
    await page.evaluate(() => document.querySelector<HTMLElement>('#time-step')?.focus(), null);
    for (let i = 0; i < 15; i += 1) await page.press('ArrowLeft');
    await bench.untilText(page, '.time-place output', '5 of 20');
    await bench.untilText(page, '.train-state', 'step 5');
    await page.press('End');
    await bench.untilText(page, '.train-state', 'step 20');
    expect(await bench.text(page, '.loss-figure .figure')).toBe(end);
    await page.click('#loss-table');
    await bench.untilText(page, 'dialog[open] caption', 'from step 10 rate 5');
    await page.press('Escape');
    await page.click('label[for="steps-scale-log"]');
    await page.click('.chart canvas');
    await bench.until(
      page,
      'another step',
      () => !(document.querySelector('.train-state')?.textContent ?? '').includes('step 20'),
      null,
    );
    const at = await bench.stepCount(page);
    expect(at).toBeLessThan(20);
    bench.expectClean(page, stage.site.url);
  });

  test('shows how far a long replay has come, and gives it up on Cancel', async () => {
    const { page } = stage;
    await page.goto('about:blank');
    await page.goto(`${stage.site.url}#step=10000000`);
    await bench.untilText(page, '.replay:not([hidden])', 'of 10,000,000');
    await bench.until(
      page,
      'some of it done',
      () => (document.querySelector<HTMLProgressElement>('.replay progress')?.value ?? 0) > 0.001,
      null,
    );
    await page.click('#cancel-seek');
    await bench.until(
      page,
      'the replay gone',
      () => document.querySelector('.replay[hidden]') !== null,
      null,
    );
    // It stays where it has come to, and goes on from there.
    const reached = await bench.stepCount(page);
    expect(reached).toBeLessThan(10_000_000);
    await page.click('.train-bar button:nth-child(2)');
    await bench.untilStep(page, reached + 1);
    bench.expectClean(page, stage.site.url);
  });

  test('tells step and value under the pointer on the curve', async () => {
    const { page } = stage;
    await page.click(bench.trainButton);
    await bench.untilStep(page, 30);
    await bench.pause(page);
    const { x, y } = await page.evaluate(() => {
      const box = document.querySelector('.chart canvas')?.getBoundingClientRect();
      return { x: (box?.left ?? 0) + 3, y: (box?.top ?? 0) + 40 };
    }, null);
    await page.point(x, y);
    expect(await bench.untilText(page, '.hovered', 'step 0: 3.')).toMatch(/^step 0: \d\.\d{4}$/);
    bench.expectClean(page, stage.site.url);
  });

  test('training at full speed computes nothing on the page’s thread', async () => {
    const { page } = stage;
    await bench.chooseSpeed(page, bench.asFastAsPossible);
    await page.click(bench.trainButton);
    await bench.untilStep(page, 1000);
    // The page's thread does nothing for the time of many frames; training must not notice. What is
    // shown is some frames old at most, whatever the machine, so a standstill could not gain as much.
    const { shown, gained } = await page.evaluate(async () => {
      const step = () => {
        const text = document.querySelector('.train-state')?.textContent ?? '';
        return Number(text.match(/step ([\d,]+)/)?.[1]?.replaceAll(',', ''));
      };
      const [from, start] = [step(), performance.now()];
      for (let i = 0; i < 5; i += 1) await new Promise(requestAnimationFrame);
      const [to, now] = [step(), performance.now()];
      const end = now + 20 * (now - start);
      while (performance.now() < end);
      return { shown: to, gained: to - from };
    }, null);
    await bench.pause(page);
    expect(gained).toBeGreaterThan(0);
    expect(await bench.stepCount(page)).toBeGreaterThan(shown + 5 * gained);
    // The core is not even there: only the worker has fetched it.
    const fetched = await page.evaluate(
      () => performance.getEntriesByType('resource').map(({ name }) => name),
      null,
    );
    expect(fetched.filter((name) => name.endsWith('.wasm'))).toEqual([]);
    expect(page.requests().filter((name) => name.endsWith('.wasm'))).not.toEqual([]);
    bench.expectClean(page, stage.site.url);
  });
}
