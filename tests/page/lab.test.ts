// Every control of the workbench that the other journeys leave out, in Chromium.
import { beforeEach, describe } from 'vitest';
import { startChromium } from './chromium.ts';
import { curveJourneys } from './curve-journeys.ts';
import { mapJourneys } from './map-journeys.ts';
import { readingJourneys } from './reading-journeys.ts';
import { setStage } from './stage.ts';
import { openPage } from './workbench.ts';

describe('The workbench in Chromium', () => {
  const stage = setStage(startChromium);
  beforeEach(async () => {
    stage.page = await stage.browser.open();
    await openPage(stage.page, stage.site.url);
  });
  mapJourneys(stage);
  curveJourneys(stage);
  readingJourneys(stage);
});
