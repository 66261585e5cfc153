// The naming studio, in Chromium.
import { beforeEach, describe } from 'vitest';
import { startChromium } from './chromium.ts';
import { setStage } from './stage.ts';
import { studioAccessJourneys } from './studio-access-journeys.ts';
import { studioCopyJourneys } from './studio-copy-journeys.ts';
import { studioListJourneys } from './studio-list-journeys.ts';
import { studioMainJourney } from './studio-main-journey.ts';
import { studioModelJourneys } from './studio-model-journeys.ts';
import { studioRuleJourneys } from './studio-rule-journeys.ts';
import { studioSaveJourneys } from './studio-save-journeys.ts';
import { shortlistJourneys } from './studio-shortlist-journeys.ts';

describe('the studio', () => {
  const stage = setStage(startChromium);
  beforeEach(async () => {
    stage.page = await stage.browser.open();
  });
  studioMainJourney(stage);
  studioRuleJourneys(stage);
  studioModelJourneys(stage);
  studioListJourneys(stage);
  shortlistJourneys(stage);
  studioSaveJourneys(stage);
  studioCopyJourneys(stage);
  studioAccessJourneys(stage);
});
