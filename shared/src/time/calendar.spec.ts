import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  addDays,
  addMonths,
  dayOfInstant,
  EPOCH_DAY_MAX,
  EPOCH_DAY_MIN,
  epochDay,
  formatDay,
  parseDay,
  startOfDay,
} from './index.ts';

const DAY_MS = 86_400_000;

describe('civil days', () => {
  it.each([
    ['1970-01-01', 0],
    ['2026-11-24', 20_781],
    ['2024-02-29', 19_782],
    ['2024-03-01', 19_783],
    ['1969-12-31', -1],
    ['0001-01-01', EPOCH_DAY_MIN],
    ['9999-12-31', EPOCH_DAY_MAX],
  ])('reads and writes %s', (text, day) => {
    expect(parseDay(text)).toBe(day);
    expect(formatDay(epochDay(day))).toBe(text);
  });

  it.each([
    '2026-02-29',
    '1900-02-29',
    '2026-13-01',
    '2026-00-10',
    '2026-04-31',
    '2026-01-00',
    '0000-01-01',
    '2026-1-1',
    '2026/01/01',
    '20260101',
    ' 2026-01-01',
    '2026-01-01 10:00:00',
    '',
  ])('refuses %j as a day', (text) => {
    expect(parseDay(text)).toBeNull();
  });

  it('agrees with the calendar of the language over ten thousand years', () => {
    fc.assert(
      fc.property(fc.integer({ min: EPOCH_DAY_MIN, max: EPOCH_DAY_MAX }), (day) => {
        const text = new Date(day * DAY_MS).toISOString().slice(0, 10);
        expect(formatDay(epochDay(day))).toBe(text);
        expect(parseDay(text)).toBe(epochDay(day));
      }),
      { seed: 1, numRuns: 2000 },
    );
  });

  it('changes the day at midnight of Shanghai, 16:00 UTC', () => {
    const midnight = Date.UTC(2026, 10, 23, 16);
    expect(formatDay(dayOfInstant(midnight))).toBe('2026-11-24');
    expect(formatDay(dayOfInstant(midnight - 1))).toBe('2026-11-23');
    expect(startOfDay(epochDay(20_781))).toBe(midnight);
  });

  it('steps over the leap day', () => {
    const eve = parseDay('2024-02-28');
    expect(eve === null ? null : formatDay(addDays(eve, 2))).toBe('2024-03-01');
  });

  it('refuses fractions and years beyond four digits', () => {
    for (const value of [0.5, Number.NaN, EPOCH_DAY_MAX + 1, EPOCH_DAY_MIN - 1]) {
      expect(() => epochDay(value)).toThrow(RangeError);
    }
  });

  it.each([
    ['2026-11-24', 12, '2027-11-24'],
    ['2026-12-31', 2, '2027-02-28'],
    ['2023-12-31', 2, '2024-02-29'],
    ['2024-02-29', 12, '2025-02-28'],
    ['2026-01-31', -2, '2025-11-30'],
    ['2026-01-01', -1, '2025-12-01'],
    ['2026-05-30', 0, '2026-05-30'],
  ])('the day %s is %d months later %s', (text, months, expected) => {
    const day = parseDay(text);
    expect(day === null ? null : formatDay(addMonths(day, months))).toBe(expected);
  });

  it('refuses half a month, and years that have no name', () => {
    expect(() => addMonths(epochDay(0), 0.5)).toThrow(RangeError);
    expect(() => addMonths(epochDay(EPOCH_DAY_MIN), -1)).toThrow(RangeError);
    expect(() => addMonths(epochDay(EPOCH_DAY_MIN), -100_000)).toThrow(RangeError);
    expect(() => addMonths(epochDay(EPOCH_DAY_MAX), 1)).toThrow(RangeError);
  });
});
