// The journeys, written once; every browser takes them all.
import { afterAll, afterEach, beforeAll, beforeEach, describe } from 'vitest';
import { accessJourneys, ownPageJourneys } from './access-journeys.ts';
import type { Browser } from './driver.ts';
import { listJourneys } from './list-journeys.ts';
import { startSite } from './site.ts';
import type { Stage } from './stage.ts';
import { trainingJourneys } from './training-journeys.ts';
import { openPage } from './workbench.ts';

export function takeJourneys(start: () => Promise<Browser>): void {
  // Filled before the first journey; no journey runs where that fails.
  const stage = {} as Stage;

  beforeAll(async () => {
    stage.site = await startSite();
    stage.browser = await start();
  });
  afterAll(async () => {
    await stage.browser.close();
    await stage.site.close();
  });
  afterEach(() => stage.page.close());

  describe('on a wide screen', () => {
    beforeEach(async () => {
      stage.page = await stage.browser.open();
      await openPage(stage.page, stage.site.url);
    });
    listJourneys(stage);
    trainingJourneys(stage);
    accessJourneys(stage);
  });

  describe('on a page of its own', () => {
    ownPageJourneys(stage);
  });
}
