// The page inside somebody else's: only what was asked for, no keys taken, no places in the history.
import { expect, test } from 'vitest';
import type { Page } from './driver.ts';
import type { Stage } from './stage.ts';
import * as bench from './workbench.ts';

const inSight = (page: Page, selectors: string[]): Promise<string[]> =>
  page.evaluate(
    (wanted) =>
      wanted.filter((at) => (document.querySelector<HTMLElement>(at)?.offsetHeight ?? 0) > 0),
    selectors,
  );

const everything = [
  '.masthead',
  '#data',
  '#train',
  '#tables',
  '#row',
  '#loss',
  '#time',
  '#names',
  '#score',
  '#lesson-title',
  '.contents',
  '.station',
  '.turn',
  '.handout-way',
];

export function embedJourneys(stage: Stage): void {
  test('embedded with a station, shows that station with the link’s state, and no more', async () => {
    stage.page = await stage.browser.open({ width: 960, height: 540 });
    const { page } = stage;
    await page.goto(`${stage.site.url}?embed#list=lecture&station=routes&step=5`);
    await bench.untilText(page, '.station-body', 'At step 5 the widest gap');
    expect(await inSight(page, everything)).toEqual(['.station']);
    await bench.untilText(page, '#station-title', '8. Two routes');
    const places = await page.evaluate(() => history.length, null);
    await page.press(' ');
    await new Promise((resolve) => setTimeout(resolve, 600));
    expect(await bench.stepCount(page)).toBe(5);
    await page.evaluate(() => {
      const train = Array.from(document.querySelectorAll<HTMLElement>('.station button'));
      train.find(({ textContent }) => textContent === 'Train')?.click();
    }, null);
    await bench.untilStep(page, 10);
    await bench.until(
      page,
      'training stopped in the station',
      () => {
        const train = Array.from(document.querySelectorAll<HTMLElement>('.station button'));
        train.find(({ textContent }) => textContent === 'Pause')?.click();
        return document.querySelector('#train-button')?.textContent === 'Train';
      },
      null,
    );
    await bench.until(
      page,
      'its step in the address',
      () => !location.hash.includes('step=5&'),
      null,
    );
    await new Promise((resolve) => setTimeout(resolve, 600));
    expect(await page.evaluate(() => history.length, null)).toBe(places);
    bench.expectClean(page, stage.site.url);
  });

  test('embedded with panels, shows those; with nothing named, the workbench', async () => {
    stage.page = await stage.browser.open({ width: 960, height: 540 });
    const { page } = stage;
    await page.goto(`${stage.site.url}?embed=tables,names#list=lecture&tables=difference`);
    await bench.untilNames(page);
    expect(await inSight(page, everything)).toEqual(['#tables', '#names']);
    await bench.until(
      page,
      'the map in sight',
      () =>
        Array.from(document.querySelectorAll<HTMLElement>('.map')).some(
          ({ offsetHeight }) => offsetHeight > 100,
        ),
      null,
    );
    await page.goto('about:blank');
    await page.goto(`${stage.site.url}?embed`);
    await bench.untilNames(page);
    expect(await inSight(page, everything)).toEqual(everything.slice(1, 9));
    bench.expectClean(page, stage.site.url);
  });
}
