import { describe, expect, it } from '@jest/globals';
import { believedInstant } from './clock-check.ts';

const NOW = Date.UTC(2026, 10, 24, 4);
const MINUTE = 60_000;
const DAY = 86_400_000;

describe('the clock of a phone', () => {
  it.each([
    ['a day ago', NOW - DAY],
    ['a week ago to the millisecond', NOW - 7 * DAY],
    ['five minutes ahead', NOW + 5 * MINUTE],
  ])('is believed when it says %s', (_, claimedAt) => {
    expect(believedInstant(claimedAt, NOW)).toEqual({ occurredAt: claimedAt, isClockSuspect: false });
  });

  it.each([
    ['a year ago', NOW - 365 * DAY],
    ['a millisecond more than a week ago', NOW - 7 * DAY - 1],
    ['a millisecond more than five minutes ahead', NOW + 5 * MINUTE + 1],
    ['next year', NOW + 365 * DAY],
  ])('is replaced by the server and flagged when it says %s', (_, claimedAt) => {
    expect(believedInstant(claimedAt, NOW)).toEqual({ occurredAt: NOW, isClockSuspect: true });
  });
});
