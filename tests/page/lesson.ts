// The lesson's journeys, with those on paper and inside another page, for any browser.
import { beforeEach, describe } from 'vitest';
import type { Browser } from './driver.ts';
import { embedJourneys } from './embed-journeys.ts';
import { lessonControlJourneys } from './lesson-control-journeys.ts';
import { lessonJourneys, lessonOwnPageJourneys } from './lesson-journeys.ts';
import { printJourneys } from './print-journeys.ts';
import { setStage } from './stage.ts';
import { openPage } from './workbench.ts';

export function takeLesson(start: () => Promise<Browser>): void {
  const stage = setStage(start);

  describe('on a wide screen', () => {
    beforeEach(async () => {
      stage.page = await stage.browser.open();
      await openPage(stage.page, stage.site.url);
    });
    lessonJourneys(stage);
    lessonControlJourneys(stage);
    printJourneys(stage);
  });

  describe('on a page of its own', () => {
    lessonOwnPageJourneys(stage);
    embedJourneys(stage);
  });
}
