// The main journeys of lists of all kinds, in Firefox.
import { beforeEach, describe } from 'vitest';
import { startFirefox } from './firefox.ts';
import { mainIntakeJourney } from './intake-journeys.ts';
import { setStage } from './stage.ts';
import { openPage } from './workbench.ts';

describe('lists of all kinds in Firefox', () => {
  const stage = setStage(startFirefox);
  beforeEach(async () => {
    stage.page = await stage.browser.open();
    await openPage(stage.page, stage.site.url);
  });
  mainIntakeJourney(stage);
});
