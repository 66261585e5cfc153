// "What does this number mean?" stands beside every number of the workbench and the studio: walks all that is shown,
// so that a new figure without an explanation is found, whatever it is called.
import { describe, expect, test } from 'vitest';
import { startChromium } from './chromium.ts';
import { phone, wide } from './driver.ts';
import { setStage } from './stage.ts';
import * as studio from './studio.ts';
import { unexplained } from './unexplained.ts';
import * as bench from './workbench.ts';

describe('Every number in Chromium', () => {
  const stage = setStage(startChromium);

  for (const size of [wide, phone]) {
    test(`has its explanation beside it, ${size.width} wide`, async () => {
      stage.page = await stage.browser.open(size);
      const { page } = stage;
      await bench.openPage(page, stage.site.url);
      const expectExplained = async (state: string) => {
        expect.soft(await page.evaluate(unexplained, null), state).toEqual([]);
      };
      await expectExplained('at first');

      await page.click(bench.trainButton);
      await bench.untilStep(page, 20);
      await expectExplained('while training');
      await bench.typeSetting(page, 'Learning rate', '5');
      await bench.untilStep(page, 40);
      await bench.pause(page);
      await page.click('.train-bar button:nth-child(3)');
      await bench.untilText(page, '.past-runs', 'rate 50');
      await page.evaluate(() => document.querySelector<HTMLElement>('.map')?.focus(), null);
      await page.press('ArrowDown');
      await bench.untilText(page, '#readout', 'difference');
      await expectExplained('with a cell and an earlier run');

      await page.click('label[for="tables-view-difference"]');
      await bench.until(
        page,
        'the difference',
        () => (document.querySelector('.row-bars')?.clientWidth ?? 0) > 0,
        null,
      );
      await expectExplained('the difference');
      for (const door of ['#row-table', '#loss-table']) {
        await page.click(door);
        await bench.untilText(page, 'dialog[open] caption', ' ');
        await expectExplained(door);
        await page.press('Escape');
      }
      bench.expectClean(page, stage.site.url);
    });
  }

  for (const size of [wide, phone]) {
    test(`of the studio has its explanation beside it, ${size.width} wide`, async () => {
      stage.page = await stage.browser.open(size);
      const { page } = stage;
      const expectExplained = async (state: string) => {
        await page.evaluate(() => {
          for (const fold of document.querySelectorAll('details.fold')) {
            fold.setAttribute('open', '');
          }
        }, null);
        expect.soft(await page.evaluate(unexplained, null), state).toEqual([]);
      };
      await studio.openStudio(stage);
      await expectExplained('at first');

      await studio.openStudio(
        stage,
        '#tab=names&starts=ma&contains=a&min=3&max=4&many=1000&word=marek',
      );
      await bench.untilText(page, '.supply', 'names');
      await studio.press(page, '.name-row:first-child .name-word');
      await bench.untilText(page, '.name-row:first-child .name-details', 'end');
      await bench.untilText(page, '.own-worst', 'nats');
      await studio.star(page, 1);
      await expectExplained('with rules, a supply that ends, a name of one’s own');

      await studio.openStudio(
        stage,
        '#tab=names&blend=2*elements&blend=1*stars&model=learned&step=30',
      );
      await bench.untilText(page, '.about-model', 'Trained for 30 steps');
      await expectExplained('with a blend and a network');
      bench.expectClean(page, stage.site.url);
    });
  }

  test('finds a number that nobody explains', async () => {
    stage.page = await stage.browser.open();
    const { page } = stage;
    await bench.openPage(page, stage.site.url);
    await page.evaluate(() => {
      const stray = document.createElement('p');
      stray.textContent = '3.14';
      document.querySelector('#score')?.append(stray);
    }, null);
    expect(await page.evaluate(unexplained, null)).toEqual(['3.14 in #score']);

    await studio.openStudio(stage);
    await page.evaluate(() => {
      const stray = document.createElement('p');
      stray.textContent = '2.72';
      document.querySelector('#studio-shortlist')?.append(stray);
    }, null);
    expect(await page.evaluate(unexplained, null)).toEqual(['2.72 in #studio-shortlist']);
  });
});
