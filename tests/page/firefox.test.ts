// Every journey, in Firefox.
import { describe } from 'vitest';
import { startFirefox } from './firefox.ts';
import { takeJourneys } from './journeys.ts';

describe('Firefox', () => {
  takeJourneys(startFirefox);
});
