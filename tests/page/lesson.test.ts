// The lesson's journeys, in Chromium.
import { beforeEach, describe } from 'vitest';
import { startChromium } from './chromium.ts';
import { lessonJourneys, lessonOwnPageJourneys } from './lesson-journeys.ts';
import { setStage } from './stage.ts';
import { openPage } from './workbench.ts';

describe('the lesson', () => {
  const stage = setStage(startChromium);

  describe('on a wide screen', () => {
    beforeEach(async () => {
      stage.page = await stage.browser.open();
      await openPage(stage.page, stage.site.url);
    });
    lessonJourneys(stage);
  });

  describe('on a page of its own', () => {
    lessonOwnPageJourneys(stage);
  });
});
