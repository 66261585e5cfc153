// axe-core over the workbench and the lesson in every open state, light and dark, in Chromium: not one
// violation.
import { describe, expect, test } from 'vitest';
import { violations } from './axe.ts';
import { startChromium } from './chromium.ts';
import { phone, wide } from './driver.ts';
import { openStation, stations } from './lesson-journeys.ts';
import { setStage } from './stage.ts';
import * as bench from './workbench.ts';

describe('axe in Chromium', () => {
  const stage = setStage(startChromium);

  const open = (selector: string) => () => stage.page.click(selector);
  const states: readonly [name: string, enter: () => Promise<void>, leave: boolean][] = [
    ['at first', () => Promise.resolve(), false],
    ['an explanation', open('.loss-figure .term'), true],
    ['the row as a table', open('#row-table'), true],
    ['the loss as a table', open('#loss-table'), true],
    ['the paste dialog', open('#paste'), true],
    [
      'the report',
      async () => {
        await stage.page.click('#report');
        await bench.untilText(stage.page, 'dialog.report[open]', 'Occur once');
      },
      true,
    ],
    ['the difference', open('label[for="tables-view-difference"]'), false],
    ['large cells', open('#cell-text'), false],
  ];

  for (const [theme, size] of [
    ['light', wide],
    ['dark', wide],
    ['light', phone],
    ['dark', phone],
  ] as const) {
    test(`${theme}, ${size.width} wide`, async () => {
      stage.page = await stage.browser.open(size);
      const { page } = stage;
      await bench.openPage(page, stage.site.url);
      await page.evaluate(
        (wanted) => document.querySelector<HTMLElement>(`#theme-${wanted}`)?.click(),
        theme,
      );
      await page.click(bench.trainButton);
      await bench.untilStep(page, 5);
      await bench.pause(page);
      await page.click('#time-back');
      for (const [name, enter, leave] of states) {
        await enter();
        expect(await violations(page), name).toEqual([]);
        if (leave) await page.press('Escape');
      }
      for (const station of stations) {
        await openStation(page, station);
        expect.soft(await violations(page), station).toEqual([]);
      }
      await bench.dropFiles(page, [{ name: 'broken.txt', bytes: [0x61, 0xff] }]);
      await bench.untilText(page, '#notice', 'broken.txt was not read');
      expect(await violations(page), 'a failure').toEqual([]);
    });
  }
});
