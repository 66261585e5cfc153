// The studio's main journey, in Firefox.
import { beforeEach, describe } from 'vitest';
import { startFirefox } from './firefox.ts';
import { setStage } from './stage.ts';
import { studioMainJourney } from './studio-main-journey.ts';

describe('the studio in Firefox', () => {
  const stage = setStage(startFirefox);
  beforeEach(async () => {
    stage.page = await stage.browser.open();
  });
  studioMainJourney(stage);
});
