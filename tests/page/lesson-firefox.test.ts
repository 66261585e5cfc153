// The lesson's journeys, in Firefox.
import { describe } from 'vitest';
import { startFirefox } from './firefox.ts';
import { takeLesson } from './lesson.ts';

describe('the lesson in Firefox', () => {
  takeLesson(startFirefox);
});
