import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { fen } from '../../money/index.ts';
import { addDays, epochDay, formatDay, parseDay, type EpochDay } from '../../time/index.ts';
import { afb2023, scoreAfb2023, type Afb2023Model, type Purchase } from '../index.ts';

/** What a stored interval holds: everything but the day counts, which move every day. */
function lasting(
  purchases: readonly Purchase[],
  asOf: EpochDay,
  model: Afb2023Model,
  since?: EpochDay,
): string {
  const {
    asOf: _asOf,
    recencyDays: _days,
    nextChangeOn: _next,
    ...rest
  } = scoreAfb2023(purchases, asOf, model, since);
  return JSON.stringify(rest);
}

/** The plain way: recompute day after day until something differs. */
function firstDifference(
  purchases: readonly Purchase[],
  asOf: EpochDay,
  model: Afb2023Model,
  horizon: number,
  since?: EpochDay,
): EpochDay | null {
  const today = lasting(purchases, asOf, model, since);
  for (let ahead = 1; ahead <= horizon; ahead += 1) {
    const day = addDays(asOf, ahead);
    if (lasting(purchases, day, model, since) !== today) return day;
  }
  return null;
}

describe('the day on which the calendar alone changes a score', () => {
  const leapDay = parseDay('2024-02-29') ?? epochDay(0);

  it('A-08 equals a recomputation day by day, for random histories around a leap day', () => {
    let moved = 0;
    fc.assert(
      fc.property(
        fc.array(
          fc.record({
            // The leap day itself comes up often; days after as-of are facts not yet inside any window.
            day: fc.oneof(fc.constant(0), fc.integer({ min: -130, max: 40 })),
            amountFen: fc.constantFrom(0, 1, 999_999, 1_000_000, 5_000_000, 10_000_000, 100_000_000),
            benefitFen: fc.constantFrom(-1, 0, 1_000_000, 50_000_000),
          }),
          { maxLength: 12 },
        ),
        fc.integer({ min: -20, max: 40 }),
        fc.integer({ min: 1, max: 60 }),
        fc.integer({ min: 0, max: 70 }),
        fc.option(fc.integer({ min: -60, max: 10 }), { nil: undefined }),
        (facts, asOfShift, windowDays, recentDays, sinceShift) => {
          const asOf = addDays(leapDay, asOfShift);
          const model: Afb2023Model = { ...afb2023, windowDays, groups: { ...afb2023.groups, recentDays } };
          const purchases = facts.map(({ day, amountFen, benefitFen }) => ({
            on: addDays(leapDay, day),
            amountFen: fen(amountFen),
            benefitFen: fen(benefitFen),
          }));
          const since = sinceShift === undefined ? undefined : addDays(leapDay, sinceShift);
          const expected = firstDifference(purchases, asOf, model, 200, since);
          if (expected !== null) moved += 1;
          expect(scoreAfb2023(purchases, asOf, model, since).nextChangeOn).toBe(expected);
        },
      ),
      { seed: 2024, numRuns: 400 },
    );
    expect(moved).toBeGreaterThan(200);
  });

  it.each([
    [
      'leaves the year-long window 366 days after a purchase on the leap day',
      '2024-02-29',
      '2024-09-01',
      '2025-03-01',
    ],
    [
      'leaves the circle of recent buyers 91 days after the purchase',
      '2024-02-29',
      '2024-03-01',
      '2024-05-30',
    ],
    ['counts a purchase of as-of itself from the next day on', '2024-02-29', '2024-02-29', '2024-03-01'],
  ])('A-08 a member %s', (_what, on, asOf, expected) => {
    const purchase = { on: parseDay(on) ?? epochDay(0), amountFen: fen(100), benefitFen: fen(0) };
    const day = parseDay(asOf) ?? epochDay(0);
    const next = scoreAfb2023([purchase], day).nextChangeOn;
    expect(next === null ? null : formatDay(next)).toBe(expected);
    expect(next).toBe(firstDifference([purchase], day, afb2023, 400));
  });

  it('A-08 a member whose purchases all lie before the window changes no more', () => {
    const purchase = { on: epochDay(19_000), amountFen: fen(100), benefitFen: fen(0) };
    expect(scoreAfb2023([purchase], epochDay(20_781)).nextChangeOn).toBeNull();
  });
});
