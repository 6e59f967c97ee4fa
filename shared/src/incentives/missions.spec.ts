import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  decide,
  missionProgress,
  prepareRules,
  type EarningFact,
  type Mission,
  type MissionStep,
} from './index.ts';
import { awardRule, conditionOf, DAY_MS, earningFact, FROM } from './testing/award-rules.ts';
import { runAwards } from './testing/award-run.ts';

const step = (parts: Partial<MissionStep> = {}): MissionStep => ({
  event: 'lesson_completed',
  count: 1,
  contentIds: null,
  days: 'any',
  ...parts,
});
const mission = (steps: readonly MissionStep[], parts: Partial<Mission> = {}): Mission => ({
  steps,
  isOrdered: false,
  withinDays: null,
  ...parts,
});
/** Facts in the order in which they become known, each at noon of a day. */
const known = (...facts: readonly (readonly [day: number, parts?: Partial<EarningFact>])[]) =>
  facts.map(([day, parts], at) =>
    earningFact({ seq: at + 1, occurredAt: FROM + (day + 0.5) * DAY_MS, ...parts }),
  );

/** Which of the facts completes it; null: none. Two would be a fault of every test. */
function completedBy(what: Mission, facts: readonly EarningFact[]): number | null {
  const rules = what.steps.map(({ event }) => event).filter((event, at, all) => all.indexOf(event) === at);
  const awards = runAwards(
    rules.map((when, at) => awardRule({ ruleNo: at + 1, when, mission: what, limits: {}, valueFen: 0 })),
    facts,
    0,
  );
  expect(awards.length).toBeLessThanOrEqual(1);
  return awards[0]?.fact.seq ?? null;
}

describe('a mission', () => {
  it('G-01 counts each content once, and only what it names', () => {
    const lesson = (day: number, contentId: string) => [day, { contentId }] as const;
    const facts = known(lesson(0, 'a'), lesson(1, 'a'), lesson(2, 'b'), lesson(3, 'c'));
    expect(completedBy(mission([step({ count: 3 })]), facts)).toBe(4);
    expect(completedBy(mission([step({ count: 2, contentIds: ['a', 'c'] })]), facts)).toBe(4);
    expect(completedBy(mission([step({ count: 4 })]), facts)).toBeNull();
    // What has no content is not one and the same.
    const checkIns = known(
      [0, { type: 'checked_in', contentId: null }],
      [1, { type: 'checked_in', contentId: null }],
    );
    expect(completedBy(mission([step({ event: 'checked_in', count: 2 })]), checkIns)).toBe(2);
    expect(completedBy(mission([step({ event: 'checked_in', contentIds: ['a'] })]), checkIns)).toBeNull();
  });

  it('G-01 in order: a step counts only what came after the step before it', () => {
    const steps = [step({ count: 2 }), step({ event: 'quiz_submitted' })];
    const quizFirst = known([0, { type: 'quiz_submitted' }], [1], [2]);
    expect(completedBy(mission(steps), quizFirst)).toBe(3);
    expect(completedBy(mission(steps, { isOrdered: true }), quizFirst)).toBeNull();
    expect(
      completedBy(mission(steps, { isOrdered: true }), known([0], [1], [2], [3, { type: 'quiz_submitted' }])),
    ).toBe(4);
    // Known first, happened last.
    expect(
      completedBy(mission(steps, { isOrdered: true }), known([9, { type: 'quiz_submitted' }], [1], [2])),
    ).toBe(3);
  });

  it('G-01 within days: all of it between a day and the days after it', () => {
    const within = (withinDays: number) => mission([step({ count: 3 })], { withinDays });
    const facts = known([0], [5], [6], [8]);
    expect(completedBy(within(7), facts)).toBe(3);
    expect(completedBy(within(6), facts)).toBe(4);
    expect(completedBy(within(4), facts)).toBe(4);
    expect(completedBy(within(3), facts)).toBeNull();
  });

  it('G-01 days in a row, where a day without breaks the row, and days of any kind', () => {
    const days = (kind: 'distinct' | 'consecutive') => mission([step({ count: 3, days: kind })]);
    const facts = known([0], [0], [1], [3], [4], [5], [6]);
    expect(completedBy(days('consecutive'), facts)).toBe(6);
    expect(completedBy(days('distinct'), facts)).toBe(4);
    // A day that becomes known late closes the gap.
    expect(completedBy(days('consecutive'), known([0], [2], [1]))).toBe(3);
    // The same content on three days is three days.
    const same = known([0, { contentId: 'a' }], [1, { contentId: 'a' }], [2, { contentId: 'a' }]);
    expect(completedBy(days('consecutive'), same)).toBe(3);
  });

  it('G-01 begins and ends with its rule, and a clock that cannot be right completes nothing', () => {
    const twice = mission([step({ count: 2 })]);
    expect(completedBy(twice, known([-1], [0], [1]))).toBe(3);
    expect(completedBy(twice, known([0], [181]))).toBeNull();
    expect(completedBy(twice, known([0, { isClockSuspect: true }], [1], [2]))).toBe(3);
  });

  it('G-09 says how far each step is: the best stretch of days, and in order up to what is open', () => {
    const { schedule } = awardRule();
    const steps = [step({ count: 3 }), step({ event: 'checked_in', count: 2 })];
    const facts = known([0], [1], [9, { type: 'checked_in', contentId: null }], [20]);
    expect(missionProgress(mission(steps), facts, schedule)).toEqual([3, 1]);
    expect(missionProgress(mission(steps, { withinDays: 10 }), facts, schedule)).toEqual([2, 1]);
    expect(missionProgress(mission(steps, { isOrdered: true }), facts, schedule)).toEqual([3, 0]);
    expect(missionProgress(mission(steps), [], schedule)).toEqual([0, 0]);
    expect(missionProgress(mission(steps, { withinDays: 5 }), [], schedule)).toEqual([0, 0]);
  });

  it('G-01 is completed exactly once, by one fact, in whatever order its facts become known', () => {
    const anyStep = fc.record({
      event: fc.constantFrom('lesson_completed' as const, 'checked_in' as const),
      count: fc.integer({ min: 1, max: 4 }),
      contentIds: fc.constantFrom(null, ['a', 'b']),
      days: fc.constantFrom('any' as const, 'distinct' as const, 'consecutive' as const),
    });
    const anyMission = fc.record({
      steps: fc.array(anyStep, { minLength: 1, maxLength: 3 }),
      isOrdered: fc.boolean(),
      withinDays: fc.option(fc.integer({ min: 1, max: 10 })),
    });
    const anyFact = fc.tuple(
      fc.integer({ min: 0, max: 14 }),
      fc.record({
        type: fc.constantFrom('lesson_completed' as const, 'checked_in' as const),
        contentId: fc.constantFrom(null, 'a', 'b', 'c'),
      }),
    );
    fc.assert(
      fc.property(anyMission, fc.array(anyFact, { maxLength: 25 }), (what, parts) => {
        const facts = known(...parts);
        const progress = missionProgress(what, facts, awardRule().schedule);
        const isDone = what.steps.every(({ count }, at) => progress[at] === count);
        // Without the limit to one that every mission has: it is the mission itself that says once.
        const completing = facts.filter((fact, at) => {
          const counters = {
            ofRule: () => ({ today: 0, thisWeek: 0, total: 0, lastAwardedAt: null }),
            yearValueFen: 0,
          };
          const rule = awardRule({ when: fact.type, mission: what, limits: {} });
          const options = { yearlyCapFen: 20_000, isExplained: false };
          return (
            decide(prepareRules([rule]), fact, { facts: {}, past: facts.slice(0, at) }, counters, options)
              .length > 0
          );
        });
        expect(completing).toHaveLength(isDone ? 1 : 0);
      }),
      { numRuns: 300 },
    );
  });
});

describe('history', () => {
  const KEYS = [
    'nthToday',
    'nthThisWeek',
    'nthEver',
    'nthOfContent',
    'daysSinceSame',
    'streakDays',
    'activeDaysIn30',
    'lessonsIn30',
    'quizzesIn30',
    'livesIn30',
    'checkInsIn30',
    'feedbackIn30',
  ];
  const condition = conditionOf(...KEYS.map((field) => ({ field, operator: 'present' })));
  const counters = {
    ofRule: () => ({ today: 0, thisWeek: 0, total: 0, lastAwardedAt: null }),
    yearValueFen: 0,
  };
  function historyOf(past: readonly EarningFact[], fact: EarningFact) {
    const rules = prepareRules([awardRule({ when: fact.type, condition })]);
    const options = { yearlyCapFen: 0, isExplained: true };
    const [decision] = decide(rules, fact, { facts: {}, past }, counters, options);
    return Object.fromEntries((decision?.conditions ?? []).map(({ field, value }) => [field, value]));
  }
  /** 00:00 Shanghai of a day of January 2027; the 4th, the 11th and the 18th are Mondays. */
  const january = (day: number, ms = 0) => FROM + (day - 1) * DAY_MS + ms;
  const at = (occurredAt: number, parts: Partial<EarningFact> = {}) =>
    earningFact({ seq: occurredAt, occurredAt, contentId: null, ...parts });

  it('G-01 of the first fact of all counts that fact', () => {
    expect(historyOf([], at(january(20)))).toEqual({
      nthToday: 1,
      nthThisWeek: 1,
      nthEver: 1,
      nthOfContent: 1,
      daysSinceSame: null,
      streakDays: 1,
      activeDaysIn30: 1,
      lessonsIn30: 1,
      quizzesIn30: 0,
      livesIn30: 0,
      checkInsIn30: 0,
      feedbackIn30: 0,
    });
  });

  it('G-01 the third lesson of the week: days and weeks are those of Shanghai, weeks from Monday', () => {
    const fact = at(january(20, DAY_MS - 1));
    const nth = (...past: readonly number[]) => {
      const { nthToday, nthThisWeek, nthEver } = historyOf(
        past.map((each) => at(each)),
        fact,
      );
      return [nthToday, nthThisWeek, nthEver];
    };
    expect(nth(january(20))).toEqual([2, 2, 2]);
    expect(nth(january(20) - 1)).toEqual([1, 2, 2]);
    expect(nth(january(18))).toEqual([1, 2, 2]);
    expect(nth(january(18) - 1)).toEqual([1, 1, 2]);
    expect(nth(january(18), january(19))).toEqual([1, 3, 3]);
    // Tomorrow's facts can be known already when one comes late.
    expect(nth(january(21))).toEqual([1, 1, 1]);
  });

  it('G-01 counts the same content, the days since and the days in a row', () => {
    const fact = at(january(20), { contentId: 'a' });
    const of = (...past: readonly EarningFact[]) => {
      const { nthOfContent, daysSinceSame, streakDays } = historyOf(past, fact);
      return [nthOfContent, daysSinceSame, streakDays];
    };
    expect(of(at(january(19), { contentId: 'a' }), at(january(18), { contentId: 'b' }))).toEqual([2, 1, 3]);
    expect(of(at(january(20)))).toEqual([1, 0, 1]);
    expect(of(at(january(17)), at(january(15)))).toEqual([1, 3, 1]);
    expect(historyOf([at(january(19))], at(january(20)))['nthOfContent']).toBe(1);
  });

  it('G-01 counts each kind of learning in the thirty days that end with this one', () => {
    const quiz = at(january(30), { type: 'quiz_submitted' });
    const past = [
      at(january(1) - 1),
      at(january(1)),
      at(january(1), { type: 'live_attended' }),
      at(january(2), { type: 'checked_in' }),
      at(january(3), { type: 'checked_in' }),
      at(january(30), { type: 'consultation_rated' }),
      at(january(29), { type: 'quiz_submitted', isClockSuspect: true }),
    ];
    expect(historyOf(past, quiz)).toMatchObject({
      lessonsIn30: 1,
      quizzesIn30: 1,
      livesIn30: 1,
      checkInsIn30: 2,
      feedbackIn30: 1,
      activeDaysIn30: 4,
      nthEver: 1,
    });
  });
});
