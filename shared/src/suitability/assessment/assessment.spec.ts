import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { addDays, addMonths, formatDay, parseDay, type EpochDay } from '../../time/index.ts';
import {
  ASSESSMENT_LIMITS,
  assessmentValidUntil,
  decideReassessment,
  INVESTOR_LEVELS,
  isJump,
  type InvestorLevel,
} from '../index.ts';

const on = (text: string): EpochDay => {
  const day = parseDay(text);
  if (day === null) throw new Error(text);
  return day;
};
const historyOf = (...days: readonly string[]) =>
  days.map((text) => ({ on: on(text), level: 'C2' as const }));

describe('how long an assessment counts', () => {
  it('I-01 REQ-SUIT-6 to the day before the same day next year, and never longer than two years', () => {
    const until = (text: string, validMonths = ASSESSMENT_LIMITS.validMonths) =>
      formatDay(assessmentValidUntil(on(text), { validMonths }));
    expect(until('2026-11-24')).toBe('2027-11-24');
    expect(until('2024-02-29')).toBe('2025-02-28');
    expect(until('2026-11-24', 6)).toBe('2027-05-24');
    expect(until('2026-11-24', 24)).toBe('2028-11-24');
    expect(until('2026-11-24', 25)).toBe('2028-11-24');
  });
});

describe('decideReassessment', () => {
  const asked = (today: string, history: ReturnType<typeof historyOf>, limits = ASSESSMENT_LIMITS) => {
    const found = decideReassessment(history, on(today), limits);
    return found.isAllowed ? 'allowed' : `${found.reason} ${formatDay(found.from)}`;
  };

  it('I-01 REQ-SUIT-7 once a day', () => {
    expect(asked('2026-11-24', [])).toBe('allowed');
    expect(asked('2026-11-24', historyOf('2026-11-24'))).toBe('PER_DAY 2026-11-25');
    expect(asked('2026-11-25', historyOf('2026-11-24'))).toBe('allowed');
    const twice = { ...ASSESSMENT_LIMITS, perDay: 2 };
    expect(asked('2026-11-24', historyOf('2026-11-24'), twice)).toBe('allowed');
    expect(asked('2026-11-24', historyOf('2026-11-24', '2026-11-24'), twice)).toBe('PER_DAY 2026-11-25');
  });

  it('I-01 REQ-SUIT-7 five times in any twelve months, and says from when on it is free again', () => {
    const five = historyOf('2026-09-01', '2026-02-01', '2026-03-05', '2026-04-01', '2026-10-01');
    expect(asked('2026-11-24', five)).toBe('PER_YEAR 2027-02-01');
    expect(asked('2027-01-31', five)).toBe('PER_YEAR 2027-02-01');
    expect(asked('2027-02-01', five)).toBe('allowed');
    expect(asked('2026-11-24', five.slice(1))).toBe('allowed');
    // One more than there should be, and one of today: the later of the days.
    expect(asked('2026-11-24', [...five, ...historyOf('2026-11-24')])).toBe('PER_YEAR 2027-03-05');
  });

  it('I-01 REQ-SUIT-7 on the day that it names, and on none before, it is free', () => {
    const days = fc.array(fc.integer({ min: -400, max: 0 }), { maxLength: 12 });
    fc.assert(
      fc.property(
        days,
        fc.integer({ min: 1, max: 3 }),
        fc.integer({ min: 1, max: 6 }),
        (ago, perDay, perYear) => {
          const today = on('2026-11-24');
          const history = ago.map((days) => ({ on: addDays(today, days), level: 'C2' as const }));
          const limits = { perDay, perYear };
          const ask = (day: EpochDay) => decideReassessment(history, day, limits);
          const found = ask(today);
          const inYear = history.filter((each) => addMonths(each.on, 12) > today).length;
          const inDay = history.filter((each) => each.on === today).length;
          expect(found.isAllowed).toBe(inYear < perYear && inDay < perDay);
          if (found.isAllowed) return;
          expect(ask(found.from)).toEqual({ isAllowed: true });
          expect(ask(addDays(found.from, -1)).isAllowed).toBe(false);
        },
      ),
      { numRuns: 300 },
    );
  });
});

describe('isJump', () => {
  const jumps = (level: InvestorLevel, ...before: readonly (readonly [string, InvestorLevel])[]) =>
    isJump(
      before.map(([day, past]) => ({ on: on(day), level: past })),
      { on: on('2026-11-30'), level },
      ASSESSMENT_LIMITS,
    );

  it('I-01 REQ-SUIT-7 two levels more within thirty days are looked at, in one step or in two', () => {
    expect(jumps('C5')).toBe(false);
    expect(jumps('C3', ['2026-10-31', 'C1'])).toBe(true);
    expect(jumps('C3', ['2026-10-30', 'C1'])).toBe(false);
    expect(jumps('C2', ['2026-11-29', 'C1'])).toBe(false);
    expect(jumps('C2', ['2026-11-29', 'C1_LOWEST'])).toBe(true);
    expect(jumps('C3', ['2026-11-01', 'C1'], ['2026-11-20', 'C2'])).toBe(true);
    expect(jumps('C3', ['2026-11-20', 'C2'], ['2026-11-01', 'C1'])).toBe(true);
    expect(jumps('C3', ['2026-10-01', 'C1'], ['2026-11-20', 'C2'])).toBe(false);
    expect(jumps('C3', ['2026-11-30', 'C1'])).toBe(true);
  });

  it('I-01 REQ-SUIT-7 a fall is no jump, and a firm may look at smaller rises', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...INVESTOR_LEVELS),
        fc.constantFrom(...INVESTOR_LEVELS),
        fc.integer({ min: 1, max: 5 }),
        (before, after, jumpLevels) => {
          const history = [{ on: on('2026-11-29'), level: before }];
          const rise = INVESTOR_LEVELS.indexOf(after) - INVESTOR_LEVELS.indexOf(before);
          const found = isJump(history, { on: on('2026-11-30'), level: after }, { jumpLevels, jumpDays: 30 });
          expect(found).toBe(rise >= jumpLevels);
        },
      ),
    );
  });
});
