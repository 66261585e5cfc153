import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Latest } from '../../web/latest.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test('asks at once, then only the newest while one is under way', () => {
  const ask = vi.fn();
  const latest = new Latest(ask, 100, Date.now);
  latest.want();
  latest.want();
  latest.want();
  expect(ask).toHaveBeenCalledTimes(1);
  latest.answered();
  expect(ask).toHaveBeenCalledTimes(1);
  vi.advanceTimersByTime(100);
  expect(ask).toHaveBeenCalledTimes(2);
  latest.answered();
  vi.advanceTimersByTime(1000);
  expect(ask).toHaveBeenCalledTimes(2);
});

test('does not wait where the user asked', () => {
  const ask = vi.fn();
  const latest = new Latest(ask, 100, Date.now);
  latest.want();
  latest.answered();
  latest.wantNow();
  expect(ask).toHaveBeenCalledTimes(2);
});
