import { describe, expect, it } from '@jest/globals';
import type { EarningEvent } from '@siyu/shared/incentives';
import { differenceOf, isHeldOut } from '@siyu/shared/rules';
import { type CountedFact, type CountedPerson, type EffectCount, EffectTally } from './count-effect.ts';
import type { EffectRule } from './effect-rule.ts';
import { effectOf } from './effect-view.ts';

const DAY = 86_400_000;
const START = Date.UTC(2027, 0, 1);
const NOW = START + 90 * DAY;
const SALT = 'incentive:7';
const [HELD_OUT = 0, REWARDED = 0] = [true, false].map((isOut) =>
  Array.from({ length: 500 }, (_, at) => at + 1).find((no) => isHeldOut(SALT, no, 5) === isOut),
);
const rule: EffectRule = {
  ruleNo: 7,
  version: 1,
  validFrom: START,
  when: 'lesson_completed',
  holdoutPercent: 5,
  salt: SALT,
  from: START,
  until: START + 60 * DAY,
};
const TOPICS = new Map([
  ['bonds', { topic: 'safe', questions: 0 }],
  ['savings', { topic: 'safe', questions: 5 }],
  ['shares', { topic: 'bold', questions: 5 }],
]);
const did = (
  type: EarningEvent,
  day: number,
  contentId: string | null = null,
  value: number | null = null,
): CountedFact => ({
  type,
  occurredAt: START + day * DAY,
  contentId,
  value,
});
const person = (memberNo: number, facts: readonly CountedFact[], givenDays: readonly number[] = []) => ({
  memberNo,
  facts,
  given: givenDays.map((day) => ({ ruleNo: 7, occurredAt: START + day * DAY, valueFen: 100 })),
});
const tally = (people: readonly CountedPerson[], of: EffectRule = rule) => {
  const all = new EffectTally(of, TOPICS, NOW);
  for (const each of people) all.add(each);
  return all.counted();
};
const learnedFrom = (...after: readonly CountedFact[]) =>
  tally([person(REWARDED, [did('lesson_completed', 1, 'bonds'), ...after])]).rewarded.learned;

describe('the effect of a rule', () => {
  it('H-05 the interval of a difference of shares is that of the published examples (Newcombe 1998, method 10)', () => {
    const published = [
      [56, 70, 48, 80, 0.0524, 0.3339],
      [9, 10, 3, 10, 0.1705, 0.809],
      [6, 7, 2, 7, 0.0582, 0.8062],
      [5, 56, 0, 29, -0.0381, 0.1926],
      [0, 10, 0, 20, -0.1611, 0.2775],
      [0, 10, 0, 10, -0.2775, 0.2775],
      [10, 10, 0, 20, 0.6791, 1],
      [10, 10, 0, 10, 0.6075, 1],
    ] as const;
    for (const [count, of, otherCount, otherOf, low, high] of published) {
      const difference = differenceOf({ count, of }, { count: otherCount, of: otherOf });
      expect(difference.share).toBeCloseTo(count / of - otherCount / otherOf, 12);
      expect(difference.low).toBeCloseTo(low, 4);
      expect(difference.high).toBeCloseTo(high, 4);
    }
  });

  it('H-05 whoever does what the rule waits for belongs to a side by lot, thanked or not, and is counted once sixty days are over', () => {
    const late = did('lesson_completed', 50, 'bonds');
    expect(
      tally([
        person(REWARDED, [did('lesson_completed', 1, 'bonds'), late], [1, 50, 61]),
        person(HELD_OUT, [did('lesson_completed', 1, 'bonds'), did('quiz_submitted', 40, 'savings', 5)]),
        person(HELD_OUT, [late]),
        person(REWARDED, [did('checked_in', 1)]),
        person(REWARDED, [did('lesson_completed', -1, 'bonds'), did('lesson_completed', 60, 'bonds')]),
      ]),
    ).toEqual({
      holdoutPercent: 5,
      from: START,
      isSameTopic: true,
      rewarded: { people: 1, ripe: 1, learned: 0 },
      heldOut: { people: 2, ripe: 1, learned: 1 },
      // What was given after the sixty days bought nothing that is counted.
      spentFen: 200,
    });
  });

  it('H-05 only a quiz of the same topic that is passed from the thirtieth day to the sixtieth counts as lasting', () => {
    expect(learnedFrom(did('quiz_submitted', 31, 'savings', 3))).toBe(1);
    expect(learnedFrom(did('quiz_submitted', 31, 'savings', 2))).toBe(0);
    expect(learnedFrom(did('quiz_submitted', 31, 'shares', 5))).toBe(0);
    expect(learnedFrom(did('quiz_submitted', 30, 'savings', 5))).toBe(0);
    expect(learnedFrom(did('quiz_submitted', 60, 'savings', 5))).toBe(1);
    expect(learnedFrom(did('quiz_submitted', 61, 'savings', 5))).toBe(0);
    expect(learnedFrom(did('quiz_submitted', 40, 'unknown', 5))).toBe(0);
    // What has no topic is followed by any.
    const checkedIn = tally(
      [person(REWARDED, [did('checked_in', 1), did('quiz_submitted', 40, 'shares', 4)])],
      { ...rule, when: 'checked_in' },
    );
    expect(checkedIn).toMatchObject({ isSameTopic: false, rewarded: { learned: 1 } });
  });

  it('H-05 cost per learner stands only where the difference is told apart from none; too few people or a ratio that the lot does not explain tell nothing', () => {
    const counted = (change: Partial<EffectCount>): EffectCount => ({
      holdoutPercent: 5,
      from: START,
      isSameTopic: true,
      rewarded: { people: 1_900, ripe: 1_000, learned: 300 },
      heldOut: { people: 100, ripe: 50, learned: 5 },
      spentFen: 100_000,
      ...change,
    });
    const clear = effectOf(counted({}), NOW);
    // 200 more than without: 20 points of 1,000 people.
    expect(clear).toMatchObject({ isRatioSuspicious: false, costFen: { each: 500 } });
    expect(clear.difference?.share).toBeCloseTo(0.2, 12);
    const { least, most } = clear.costFen;
    expect([least ?? 0, most ?? 0].map((fen) => 100_000 / fen / 1_000)).toEqual([
      expect.closeTo(clear.difference?.high ?? 0, 2),
      expect.closeTo(clear.difference?.low ?? 0, 2),
    ]);
    const dim = effectOf(counted({ heldOut: { people: 100, ripe: 50, learned: 14 } }), NOW);
    expect(dim.costFen).toEqual({ each: null, least: expect.any(Number), most: null });
    const few = effectOf(counted({ heldOut: { people: 100, ripe: 19, learned: 3 } }), NOW);
    expect(few).toMatchObject({ difference: null, rewarded: { learned: null }, heldOut: { learned: null } });
    const skewed = effectOf(counted({ heldOut: { people: 160, ripe: 50, learned: 5 } }), NOW);
    expect(skewed).toMatchObject({
      isRatioSuspicious: true,
      difference: null,
      costFen: { each: null, least: null, most: null },
    });
  });
});
