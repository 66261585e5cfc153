// Lists of all kinds, in Chromium.
import { beforeEach, describe } from 'vitest';
import { startChromium } from './chromium.ts';
import { intakeJourneys, mainIntakeJourney } from './intake-journeys.ts';
import { setStage } from './stage.ts';
import { openPage } from './workbench.ts';

describe('lists of all kinds in Chromium', () => {
  const stage = setStage(startChromium);
  beforeEach(async () => {
    stage.page = await stage.browser.open();
    await openPage(stage.page, stage.site.url);
  });
  mainIntakeJourney(stage);
  intakeJourneys(stage);
});
