// Every journey, in Chromium.
import { describe } from 'vitest';
import { startChromium } from './chromium.ts';
import { takeJourneys } from './journeys.ts';

describe('Chromium', () => {
  takeJourneys(startChromium);
});
