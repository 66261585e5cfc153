// The lesson's journeys, in Chromium.
import { describe } from 'vitest';
import { startChromium } from './chromium.ts';
import { takeLesson } from './lesson.ts';

describe('the lesson in Chromium', () => {
  takeLesson(startChromium);
});
