// Links and time: what an address holds, that opening it shows the same numbers, Back and Forward,
// and going to any step of a run.
import { expect, test } from 'vitest';
import type { Page } from './driver.ts';
import type { Stage } from './stage.ts';
import * as bench from './workbench.ts';

const address = (page: Page): Promise<string> => page.evaluate(() => location.hash, null);

const untilAddress = (page: Page, part: string): Promise<string> =>
  bench.until(
    page,
    `“${part}” in the address`,
    (wanted) => location.hash.includes(wanted) && location.hash,
    part,
  ) as Promise<string>;

/** Everything that must come back: the figures, the names, the settings. */
async function shown(page: Page) {
  return {
    loss: await bench.text(page, '.loss-figure .figure'),
    names: await bench.names(page),
    rate: await page.evaluate(
      () => document.querySelector('#learningRate')?.getAttribute('aria-valuetext'),
      null,
    ),
    step: await bench.stepCount(page),
    title: await bench.text(page, '.list-title p'),
  };
}

async function steps(page: Page, count: number): Promise<void> {
  for (let i = 0; i < count; i += 1) {
    await page.click('.train-bar button:nth-child(2)');
  }
}

const untilShown = (page: Page, wanted: { loss: string; names: bench.Names }) =>
  bench.until(
    page,
    'the same loss and names',
    ([loss, names]) =>
      document.querySelector('.loss-figure .figure')?.textContent === loss &&
      Array.from(
        document.querySelectorAll('.names td.learned bdi'),
        (n) => n.textContent,
      ).join() === names,
    [wanted.loss, wanted.names.learned.join()],
  );

async function openAddress(stage: Stage, hash: string): Promise<void> {
  await stage.page.close();
  stage.page = await stage.browser.open();
  await stage.page.goto(stage.site.url + hash);
  await bench.untilNames(stage.page);
}

export function linkJourneys(stage: Stage): void {
  test('the address is bare at first; opened with settings and a run in it, shows the same', async () => {
    expect(await address(stage.page)).toBe('');
    await bench.typeSetting(stage.page, 'Learning rate', '20');
    await steps(stage.page, 3);
    await bench.untilStep(stage.page, 3);
    await bench.typeSetting(stage.page, 'Learning rate', '5');
    await bench.typeSetting(stage.page, 'Smoothing', '2');
    await steps(stage.page, 2);
    await bench.untilStep(stage.page, 5);
    const hash = await untilAddress(stage.page, 'step=5');
    expect(hash).toBe('#rate=5&smoothing=2&run=0_20_0.01*3_5_0.01&step=5');
    await new Promise((resolve) => setTimeout(resolve, 300));
    const before = await shown(stage.page);
    await openAddress(stage, hash);
    await bench.untilStep(stage.page, 5);
    await untilShown(stage.page, before);
    expect(await shown(stage.page)).toEqual(before);
    await new Promise((resolve) => setTimeout(resolve, 600));
    expect(await address(stage.page)).toBe(hash);
    bench.expectClean(stage.page, stage.site.url);
  });

  test('Back and Forward go through what was done', async () => {
    await steps(stage.page, 4);
    await untilAddress(stage.page, 'step=4');
    await new Promise((resolve) => setTimeout(resolve, 300));
    const trained = await shown(stage.page);
    await bench.typeSetting(stage.page, 'Learning rate', '5');
    await untilAddress(stage.page, 'rate=5');
    await bench.dropFiles(stage.page, [{ name: 'own.txt', bytes: 'anna\nbob\n' }]);
    await bench.untilText(stage.page, '.list-title', 'own.txt');
    await untilAddress(stage.page, 'sha256=');
    await stage.page.evaluate(() => {
      history.back();
    }, null);
    await bench.untilText(stage.page, '.list-title', 'Given names');
    await bench.untilStep(stage.page, 4);
    expect(await shown(stage.page)).toMatchObject({ loss: trained.loss, rate: '5 × gradient' });
    await stage.page.evaluate(() => {
      history.back();
    }, null);
    await bench.until(
      stage.page,
      'the learning rate of before',
      () =>
        document.querySelector('#learningRate')?.getAttribute('aria-valuetext') === '50 × gradient',
      null,
    );
    await untilShown(stage.page, trained);
    await stage.page.evaluate(() => {
      history.go(2);
    }, null);
    await bench.untilText(stage.page, '.list-title', 'own.txt');
    bench.expectClean(stage.page, stage.site.url);
  });

  test('a link to an own list asks for the file, knows it, and knows another for another', async () => {
    const list = { name: 'own.txt', bytes: 'anna\nbob\nada\n' };
    await bench.dropFiles(stage.page, [list]);
    await bench.untilText(stage.page, '.list-title', 'own.txt');
    await steps(stage.page, 3);
    const hash = await untilAddress(stage.page, 'step=3');
    expect(hash).toMatch(/title=own\.txt&sha256=[0-9a-f]{64}&step=3$/);
    await new Promise((resolve) => setTimeout(resolve, 300));
    const before = await shown(stage.page);
    await openAddress(stage, hash);
    await bench.untilText(stage.page, '#notice', 'does not hold the list');
    expect(await address(stage.page)).toBe(hash);
    await bench.dropFiles(stage.page, [{ ...list, name: 'renamed.txt' }]);
    await bench.untilText(stage.page, '.list-title', 'renamed.txt');
    await bench.untilStep(stage.page, 3);
    await untilShown(stage.page, before);
    await openAddress(stage, hash);
    await bench.untilText(stage.page, '#notice', 'does not hold the list');
    await bench.dropFiles(stage.page, [{ name: 'other.txt', bytes: 'eve\n' }]);
    await bench.untilText(stage.page, '#notice', 'Another list than the link’s');
    await bench.untilText(stage.page, '.list-title', 'other.txt');
    bench.expectClean(stage.page, stage.site.url);
  });

  test('the view and the open station are in the address, and Back closes what was opened', async () => {
    await openAddress(stage, '#tables=difference&order=frequency&station=likelihood');
    const open = (id: string) =>
      bench.until(
        stage.page,
        `the station ${id}`,
        (wanted) => document.querySelector(`[data-station="${wanted}"]`) !== null,
        id,
      );
    await open('likelihood');
    const chosen = await stage.page.evaluate(
      () =>
        Array.from(
          document.querySelectorAll<HTMLInputElement>('#tables input:checked'),
          ({ value }) => value,
        ),
      null,
    );
    expect(chosen).toEqual(['difference', 'frequency']);
    await stage.page.evaluate(
      () => document.querySelector<HTMLElement>('#to-network')?.click(),
      null,
    );
    await open('network');
    await untilAddress(stage.page, 'station=network');
    await stage.page.evaluate(() => {
      history.back();
    }, null);
    await open('likelihood');
    bench.expectClean(stage.page, stage.site.url);
  });

  test('a small own list goes into a link where its owner says so', async () => {
    await bench.dropFiles(stage.page, [{ name: 'own.txt', bytes: 'anna\nbob\nada\n' }]);
    await untilAddress(stage.page, 'sha256=');
    await stage.page.click('#share');
    await bench.untilText(stage.page, '#link-list', 'stays on your machine');
    await stage.page.click('#link-include');
    await bench.untilText(stage.page, '#link-list', 'is in the link');
    const link = await stage.page.evaluate(
      () => document.querySelector<HTMLInputElement>('#link')?.value ?? '',
      null,
    );
    await openAddress(stage, new URL(link).hash);
    await bench.untilText(stage.page, '.list-title', 'own.txt');
    expect(await bench.fact(stage.page, 'names')).toBe('3');
    expect(await address(stage.page)).toBe(new URL(link).hash);
    bench.expectClean(stage.page, stage.site.url);
  });

  test('a list too long for a link stays out of it', async () => {
    const names = Array.from({ length: 3000 }, (_, i) => `${((i * 7919) % 1e6).toString(36)}${i}`);
    await bench.dropFiles(stage.page, [{ name: 'long.txt', bytes: names.join('\n') }]);
    await untilAddress(stage.page, 'sha256=');
    await stage.page.click('#share');
    await bench.untilText(stage.page, '.share[open] p:not([hidden]).quiet', 'too long');
    expect(
      await stage.page.evaluate(
        () => document.querySelector<HTMLElement>('.link-choice')?.hidden,
        null,
      ),
    ).toBe(true);
    bench.expectClean(stage.page, stage.site.url);
  });

  test('a damaged link and a foreign one open as far as they can be read', async () => {
    await openAddress(stage, '#names=abcd&title=mine');
    await bench.untilText(stage.page, '#notice', 'damaged');
    await bench.untilText(stage.page, '.list-title', 'Given names');
    // Deflated, and no list at all.
    await openAddress(stage, '#names=AwA&title=empty');
    await bench.untilText(stage.page, '#notice', 'empty was not read');
    await bench.untilText(stage.page, '.list-title', 'Given names');
    await openAddress(stage, '#step=9&run=nonsense&rate=7&something=else');
    await bench.untilText(stage.page, '.list-title', 'Given names');
    await bench.until(
      stage.page,
      'the learning rate of the link',
      () =>
        document.querySelector('#learningRate')?.getAttribute('aria-valuetext') === '7 × gradient',
      null,
    );
    expect(await bench.stepCount(stage.page)).toBe(0);
    bench.expectClean(stage.page, stage.site.url);
  });

  test('the lecture’s counts open from a link, with no request elsewhere', async () => {
    await openAddress(stage, '#list=lecture&step=1');
    await bench.untilStep(stage.page, 1);
    expect(await bench.fact(stage.page, 'names')).toBe('32,033');
    expect((await bench.names(stage.page)).counted[0]).toBe('mor');
    bench.expectClean(stage.page, stage.site.url);
  });
}
