// Accidents: reloads, closed tabs, storage that is forbidden, a worker that dies, names that try to be
// something else. Everything here is done in every browser.
import { expect, test } from 'vitest';
import type { Page } from './driver.ts';
import type { Stage } from './stage.ts';
import * as bench from './workbench.ts';

const own = { name: 'own.txt', bytes: 'anna\nbob\nada\n' };

/** Ends or breaks the worker from inside, by the probe in the site's copy of it (site.ts). */
export const inWorker = (page: Page, command: 'close' | 'trap'): Promise<void> =>
  page.evaluate((what) => {
    const channel = new BroadcastChannel('probe');
    channel.postMessage(what);
  }, command);

const slip = (about: string) => `.slip[data-about="${about}"] p`;

export async function loadOwn(page: Page, steps: number): Promise<void> {
  await bench.dropFiles(page, [own]);
  await bench.untilText(page, '.list-title', 'own.txt');
  for (let i = 0; i < steps; i += 1) await page.click('.train-bar button:nth-child(2)');
  await bench.untilStep(page, steps);
  await bench.until(page, 'the address', (n) => location.hash.includes(`step=${n}`), steps);
}

export function holdJourneys(stage: Stage): void {
  test('a reload brings back the list, the settings and the step', async () => {
    const { page } = stage;
    await bench.typeSetting(page, 'Learning rate', '7');
    await loadOwn(page, 3);
    const before = await bench.lossFigure(page);
    await page.reload();
    await bench.untilText(page, '.list-title', 'own.txt');
    await bench.untilStep(page, 3);
    expect(await bench.lossFigure(page)).toBe(before);
    bench.expectClean(page, stage.site.url);
  });

  test('a reload in the midst of training loses no step that was shown', async () => {
    const { page } = stage;
    await page.click(bench.trainButton);
    await bench.untilStep(page, 5);
    const seen = await bench.stepCount(page);
    await page.reload();
    await bench.untilStep(page, seen);
    bench.expectClean(page, stage.site.url);
  });

  test('opened anew, goes on where it was left, and starts afresh when told to', async () => {
    const { page } = stage;
    await loadOwn(page, 2);
    await page.goto('about:blank');
    await page.goto(stage.site.url);
    await bench.untilText(page, '.list-title', 'own.txt');
    await bench.untilStep(page, 2);
    await bench.untilText(page, slip('restored'), 'Back where you left off: own.txt, step 2.');
    await page.click('.slip[data-about="restored"] button:not(.link)');
    await bench.untilText(page, '.list-title', 'Given names');
    await bench.until(page, 'a bare address', () => location.hash === '', null);
    expect(await bench.stepCount(page)).toBe(0);
    await page.goto('about:blank');
    await page.goto(stage.site.url);
    await bench.untilNames(page);
    expect(await bench.text(page, '.list-title')).toContain('Given names');
    bench.expectClean(page, stage.site.url);
  });

  test('a link wins over what was remembered', async () => {
    const { page } = stage;
    await loadOwn(page, 2);
    await page.goto('about:blank');
    await page.goto(`${stage.site.url}#list=lecture`);
    await bench.untilText(page, '.list-title', 'Lecture names');
    bench.expectClean(page, stage.site.url);
  });

  test('a worker that ends without a word is replaced, with everything in it', async () => {
    const { page } = stage;
    await page.goto(stage.site.probedUrl);
    await bench.untilNames(page);
    await loadOwn(page, 3);
    const before = await bench.lossFigure(page);
    await inWorker(page, 'close');
    await bench.untilText(page, slip('recovery'), 'Everything is as it was');
    await bench.untilText(page, '.list-title', 'own.txt');
    expect(await bench.stepCount(page)).toBe(3);
    expect(await bench.lossFigure(page)).toBe(before);
    await page.click('.train-bar button:nth-child(2)');
    await bench.untilStep(page, 4);
  });

  test('a worker that traps again stops with a message, and can be started afresh', async () => {
    const { page } = stage;
    await page.goto(stage.site.probedUrl);
    await bench.untilNames(page);
    await loadOwn(page, 2);
    await inWorker(page, 'trap');
    await bench.untilText(page, slip('recovery'), 'Everything is as it was');
    await inWorker(page, 'trap');
    const words = await bench.untilText(page, '#crash', 'not started again by itself');
    expect(words).toContain('unreachable');
    await page.click('#crash button:last-child');
    await bench.untilText(page, '.list-title', 'Given names');
    await bench.until(
      page,
      'no crash',
      () => document.querySelector('#crash[hidden]') !== null,
      null,
    );
    await page.click('.train-bar button:nth-child(2)');
    await bench.untilStep(page, 1);
  });

  test('names that try to be something else are text', async () => {
    const { page } = stage;
    const evil = [
      '<img src=x onerror=document.title="broken">',
      '<script>document.title="broken"</script>',
      '=1+1',
      '\u202Egnp.exe',
      '\u2067abc',
      `"><svg/onload=document.title='broken'>`,
    ];
    const name = '<img src=x onerror=alert(1)>\u202Etxt.list';
    await bench.dropFiles(page, [{ name, bytes: `${evil.join('\n')}\n` }]);
    await bench.untilText(page, '.list-title', '<img src=x');
    await bench.untilNames(page);
    await page.click('.train-bar button:nth-child(2)');
    await bench.untilStep(page, 1);
    const found = await page.evaluate(
      () => ({
        images: document.querySelectorAll('img, body script').length,
        title: document.title,
        turned: /[\u202A-\u202E\u2066-\u2069]/.test(document.body.innerText),
        wide: document.documentElement.scrollWidth <= window.innerWidth,
      }),
      null,
    );
    expect(found.images).toBe(0);
    expect(found.title).not.toBe('broken');
    expect(found.turned, 'no character turns the text around it').toBe(false);
    expect(found.wide).toBe(true);
    expect(await bench.text(page, '.list-title')).toContain('⟨202E⟩');
    bench.expectClean(page, stage.site.url);
  });

  test('very long and very many names do no harm', async () => {
    const { page } = stage;
    const many = Array.from({ length: 60_000 }, (_, i) => `n${i.toString(36)}`).join('\n');
    await bench.dropFiles(page, [
      { name: 'a'.repeat(5000), bytes: `${'ab'.repeat(400)}\n${many}` },
    ]);
    await bench.untilText(page, '.list-title', 'aaaa');
    await bench.untilNames(page);
    expect(await bench.fact(page, 'names')).toBe('60,001');
    const shape = await page.evaluate(
      () => ({
        wide: document.documentElement.scrollWidth <= window.innerWidth,
        nodes: document.querySelectorAll('*').length,
      }),
      null,
    );
    expect(shape.wide).toBe(true);
    expect(shape.nodes).toBeLessThan(5000);
    bench.expectClean(page, stage.site.url);
  });
}
