// The journeys, written once; every browser takes them all.
import { beforeEach, describe } from 'vitest';
import { accessJourneys, ownPageJourneys } from './access-journeys.ts';
import type { Browser } from './driver.ts';
import { holdJourneys } from './hold-journeys.ts';
import { labJourney } from './lab-journey.ts';
import { linkJourneys } from './link-journeys.ts';
import { listJourneys } from './list-journeys.ts';
import { setStage } from './stage.ts';
import { trainingJourneys } from './training-journeys.ts';
import { openPage } from './workbench.ts';

export function takeJourneys(start: () => Promise<Browser>): void {
  const stage = setStage(start);

  describe('on a wide screen', () => {
    beforeEach(async () => {
      stage.page = await stage.browser.open();
      await openPage(stage.page, stage.site.url);
    });
    listJourneys(stage);
    trainingJourneys(stage);
    linkJourneys(stage);
    accessJourneys(stage);
    labJourney(stage);
    holdJourneys(stage);
  });

  describe('on a page of its own', () => {
    ownPageJourneys(stage);
  });
}
