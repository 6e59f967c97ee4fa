import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { dayOfInstant, startOfDay, epochDay } from '@siyu/shared/time';
import { type ContactBudgetRule, initialContactBudget, isQuiet, suppressionOf } from './contact-budget.ts';

const MINUTE = 60_000;
const HOUR = 3_600_000;
const DAY = 24 * HOUR;
/** 2026-11-24, 00:00 in Shanghai. */
const MIDNIGHT = Date.UTC(2026, 10, 23, 16);
const at = (time: string): number => {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return MIDNIGHT + hours * HOUR + minutes * MINUTE;
};
const twoDigits = (figure: number) => String(figure).padStart(2, '0');
const time = fc
  .tuple(fc.nat(23), fc.nat(59))
  .map(([hours, minutes]) => `${twoDigits(hours)}:${twoDigits(minutes)}`);
const rules = fc.record({
  perDay: fc.integer({ min: 0, max: 3 }),
  perWeek: fc.integer({ min: 0, max: 6 }),
  quietFrom: time,
  quietUntil: time,
});

describe('the contact budget', () => {
  it('REQ-PUB-6 E-10 nobody is contacted from 21:00 to 08:00 in Shanghai, across midnight and to the minute', () => {
    const quiet = (...times: string[]) => times.map((each) => isQuiet(at(each), initialContactBudget));
    expect(quiet('20:59', '21:00', '23:59', '00:00', '07:59', '08:00', '12:00')).toEqual([
      false,
      true,
      true,
      true,
      true,
      false,
      false,
    ]);
  });

  it('E-10 quiet hours depend on the time of day in Shanghai alone: no day of the year is shorter or longer', () => {
    fc.assert(
      fc.property(
        rules,
        fc.integer({ min: 0, max: DAY - 1 }),
        fc.integer({ min: 1, max: 3_650 }),
        (rule, into, days) => {
          expect(isQuiet(MIDNIGHT + into + days * DAY, rule)).toBe(isQuiet(MIDNIGHT + into, rule));
        },
      ),
    );
  });

  it('E-10 of a day just so many minutes are quiet as lie between the two times', () => {
    fc.assert(
      fc.property(rules, (rule) => {
        const [from, until] = [at(rule.quietFrom), at(rule.quietUntil)];
        const expected = ((((until - from) / MINUTE) % 1_440) + 1_440) % 1_440;
        const quiet = Array.from({ length: 1_440 }, (_, minute) => isQuiet(MIDNIGHT + minute * MINUTE, rule));
        expect(quiet.filter(Boolean)).toHaveLength(expected);
      }),
      { numRuns: 20 },
    );
  });

  it('E-10 whatever is asked when, no day and no seven days in a row hold more contacts than allowed, and none is quiet', () => {
    fc.assert(
      fc.property(
        rules,
        fc.array(fc.integer({ min: 0, max: 21 * DAY }), { minLength: 1, maxLength: 60 }),
        (rule: ContactBudgetRule, moments) => {
          const made: number[] = [];
          for (const moment of [...moments].sort((one, other) => one - other)) {
            const now = MIDNIGHT + moment;
            const reason = suppressionOf(now, made.map(dayOfInstant), rule);
            if (reason === null) made.push(now);
            // Who is let through neither by the day nor by the week was asked in quiet hours, or the budget was used up.
            else if (reason === 'DAY_LIMIT')
              expect(made.filter((each) => dayOfInstant(each) === dayOfInstant(now))).toHaveLength(
                rule.perDay,
              );
          }
          const days = made.map(dayOfInstant);
          for (const day of days) {
            expect(days.filter((each) => each === day).length).toBeLessThanOrEqual(rule.perDay);
            const week = days.filter((each) => each >= day && each < day + 7);
            expect(week.length).toBeLessThanOrEqual(rule.perWeek);
          }
          expect(made.filter((each) => isQuiet(each, rule))).toEqual([]);
        },
      ),
    );
  });

  it('E-10 the week ends with the eighth day: what was sent seven days ago counts no longer', () => {
    const noon = startOfDay(epochDay(dayOfInstant(MIDNIGHT))) + 12 * HOUR;
    const today = dayOfInstant(noon);
    expect(suppressionOf(noon, [today - 6, today - 4, today - 2], initialContactBudget)).toBe('WEEK_LIMIT');
    expect(suppressionOf(noon, [today - 7, today - 4, today - 2], initialContactBudget)).toBeNull();
  });
});
