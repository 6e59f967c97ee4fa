import { describe, expect, it } from '@jest/globals';
import { addWorkingDays, epochDay, formatDay, parseDay } from './index.ts';

const day = (text: string) => parseDay(text) ?? epochDay(0);
const after = (text: string, count: number, holidays: readonly string[] = []): string =>
  formatDay(addWorkingDays(day(text), count, (each) => holidays.includes(formatDay(each))));

describe('working days', () => {
  it('F-07 leaves out weekends and the days on which the exchanges are closed, and never counts the day itself', () => {
    expect(after('2026-11-27', 1)).toBe('2026-11-30');
    expect(after('2026-11-28', 1)).toBe('2026-11-30');
    expect(after('2026-11-24', 15)).toBe('2026-12-15');
    const holidays = ['2027-02-15', '2027-02-16', '2027-02-17', '2027-02-18', '2027-02-19'];
    expect(after('2027-02-12', 1, holidays)).toBe('2027-02-22');
    expect(after('1969-12-31', 2)).toBe('1970-01-02');
    expect(() => after('2026-11-24', 0)).toThrow(RangeError);
  });
});
