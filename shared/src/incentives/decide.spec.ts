import { describe, expect, it } from '@jest/globals';
import { decide, prepareRules } from './index.ts';
import { awardRule, conditionOf, DAY_MS, earningFact, FROM } from './testing/award-rules.ts';
import { decided, EXPLAINED, given, NOTHING, verdictOf, verdictsOf, type Asked } from './testing/deciding.ts';

const HOUR_MS = 3_600_000;

describe('decide', () => {
  it('G-04 names what speaks against each rule, the first thing first', () => {
    expect(verdictOf({})).toBe('awarded');
    expect(verdictOf({ when: 'checked_in' })).toBe('other_event');
    expect(verdictOf({}, { fact: { isClockSuspect: true } })).toBe('never_rewarded');
    const { schedule } = awardRule();
    expect(verdictOf({}, { fact: { occurredAt: schedule.from } })).toBe('awarded');
    expect(verdictOf({}, { fact: { occurredAt: schedule.from - 1 } })).toBe('not_scheduled');
    expect(verdictOf({}, { fact: { occurredAt: schedule.until - 1 } })).toBe('awarded');
    expect(verdictOf({}, { fact: { occurredAt: schedule.until } })).toBe('not_scheduled');
    const condition = conditionOf({ field: 'nthToday', operator: '=', value: 2 });
    expect(verdictOf({ condition })).toBe('condition');
    expect(verdictOf({ condition }, { past: [earningFact({ seq: 0 })] })).toBe('awarded');
    const step = { event: 'lesson_completed', count: 2, contentIds: null, days: 'any' } as const;
    const mission = { steps: [step], isOrdered: false, withinDays: null };
    expect(verdictOf({ mission })).toBe('mission');
    expect(verdictOf({ mission }, { past: [earningFact({ seq: 0 })] })).toBe('awarded');
    expect(verdictOf({ mission }, { past: [earningFact({ seq: 0 })], counters: given({ total: 1 }) })).toBe(
      'limit',
    );
  });

  it('G-01 keeps the limits of a day, of a week, of all times and the cool-down', () => {
    const limits = { perDay: 2, perWeek: 5, total: 9, coolDownHours: 3 };
    const under = { today: 1, thisWeek: 4, total: 8, lastAwardedAt: earningFact().occurredAt - 3 * HOUR_MS };
    const asked = (counter: Parameters<typeof given>[0]) =>
      verdictOf({ limits }, { counters: given({ ...under, ...counter }) });
    expect(asked({})).toBe('awarded');
    expect(asked({ today: 2 })).toBe('limit');
    expect(asked({ thisWeek: 5 })).toBe('limit');
    expect(asked({ total: 9 })).toBe('limit');
    expect(asked({ lastAwardedAt: under.lastAwardedAt + 1 })).toBe('cool_down');
    // Known late, it happened before what was thanked for.
    expect(asked({ lastAwardedAt: earningFact().occurredAt + DAY_MS })).toBe('cool_down');
    expect(verdictOf({ limits: {} }, { counters: given({ today: 99, thisWeek: 99, total: 99 }) })).toBe(
      'awarded',
    );
  });

  it('G-03 REQ-INC-2 nobody is given more than the yearly cap, and a smaller award may still fit', () => {
    const rules = [
      awardRule({ ruleNo: 1, priority: 3, valueFen: 60 }),
      awardRule({ ruleNo: 2, priority: 2, valueFen: 60 }),
      awardRule({ ruleNo: 3, priority: 1, valueFen: 40 }),
    ];
    const counters = { ...NOTHING, yearValueFen: 19_900 };
    expect(verdictsOf(rules, { counters })).toEqual({ 1: 'awarded', 2: 'yearly_cap', 3: 'awarded' });
  });

  it('G-01 of a stacking group the highest priority awards, then the lower number, and what does not award leaves its place', () => {
    const rules = [
      awardRule({ ruleNo: 4, priority: 1, stackingGroup: 'a' }),
      awardRule({ ruleNo: 3, priority: 2, stackingGroup: 'a' }),
      awardRule({ ruleNo: 2, priority: 2, stackingGroup: 'a' }),
      awardRule({ ruleNo: 1, priority: 9, stackingGroup: 'a', when: 'checked_in' }),
      awardRule({ ruleNo: 5, priority: 0, stackingGroup: 'b' }),
      awardRule({ ruleNo: 6, priority: 0 }),
    ];
    expect(decided(rules).map(({ ruleNo, verdict }) => [ruleNo, verdict])).toEqual([
      [1, 'other_event'],
      [2, 'awarded'],
      [3, 'stacked'],
      [4, 'stacked'],
      [5, 'awarded'],
      [6, 'awarded'],
    ]);
  });

  it('G-01 who is held out is not awarded, stays so in the next version, and is so by the share of the rule', () => {
    const heldOut = (holdoutPercent: number, version: number) =>
      Array.from({ length: 2_000 }, (_, memberNo) => memberNo + 1).filter(
        (memberNo) => verdictOf({ holdoutPercent, version }, { fact: { memberNo } }) === 'held_out',
      );
    expect(heldOut(0, 1)).toEqual([]);
    expect(heldOut(10, 2)).toEqual(heldOut(10, 1));
    expect(heldOut(10, 1).length).toBeGreaterThan(140);
    expect(heldOut(10, 1).length).toBeLessThan(260);
    const other = verdictsOf([
      awardRule({ holdoutPercent: 100, stackingGroup: 'a', priority: 1 }),
      awardRule({ ruleNo: 2, stackingGroup: 'a' }),
    ]);
    expect(other).toEqual({ 1: 'held_out', 2: 'awarded' });
  });

  it('G-02 says what every condition saw, also of a member of whom nothing is known', () => {
    const condition = conditionOf(
      { field: 'stage', operator: 'in', value: ['FAMILIAR'] },
      {
        combinator: 'or',
        not: true,
        rules: [
          { field: 'nthToday', operator: '>=', value: 2 },
          { field: 'rightAnswers', operator: 'present' },
        ],
      },
    );
    const seen = (asked: Asked) => decided([awardRule({ condition })], asked)[0];
    expect(seen({ facts: { stage: 'FAMILIAR' } })).toEqual({
      ruleNo: 1,
      version: 1,
      verdict: 'awarded',
      conditions: [
        {
          place: 'rules[0]',
          field: 'stage',
          operator: 'in',
          operands: ['FAMILIAR'],
          value: 'FAMILIAR',
          holds: true,
        },
        {
          place: 'rules[1].rules[0]',
          field: 'nthToday',
          operator: '>=',
          operands: [2],
          value: 1,
          holds: false,
        },
        {
          place: 'rules[1].rules[1]',
          field: 'rightAnswers',
          operator: 'present',
          operands: [],
          value: null,
          holds: false,
        },
      ],
    });
    expect(seen({})?.verdict).toBe('condition');
    expect(seen({})?.conditions.map(({ value, holds }) => [value, holds])).toEqual([
      [null, false],
      [1, false],
      [null, false],
    ]);
    expect(decided([awardRule()])[0]?.conditions).toEqual([]);
  });

  it('G-01 sees the content, the day and what was measured, and no value of any other event', () => {
    const asks = (field: string, operator: string, value: unknown) => conditionOf({ field, operator, value });
    expect(verdictOf({ condition: asks('contentId', 'is', 'content-1') })).toBe('awarded');
    expect(verdictOf({ condition: asks('occurredOn', 'between', ['2027-01-01', '2027-01-01']) })).toBe(
      'awarded',
    );
    expect(verdictOf({ condition: asks('occurredOn', 'withinDays', 1) })).toBe('awarded');
    const quiz = { when: 'quiz_submitted', condition: asks('rightAnswers', '>=', 4) } as const;
    expect(verdictOf(quiz, { fact: { type: 'quiz_submitted', value: 4 } })).toBe('awarded');
    expect(verdictOf(quiz, { fact: { type: 'quiz_submitted', value: 3 } })).toBe('condition');
    const live = { when: 'live_attended', condition: asks('minutesAttended', '>=', 30) } as const;
    expect(verdictOf(live, { fact: { type: 'live_attended', value: 30 } })).toBe('awarded');
    expect(verdictOf(live, { fact: { type: 'live_attended', value: null } })).toBe('condition');
    for (const field of ['rightAnswers', 'minutesAttended'])
      expect(
        verdictOf(
          { when: 'consultation_rated', condition: asks(field, '>=', 0) },
          { fact: { type: 'consultation_rated', value: 5 } },
        ),
      ).toBe('condition');
    // What the server says of the member cannot stand for what the fact says.
    expect(verdictOf({ condition: asks('contentId', 'is', 'x') }, { facts: { contentId: 'x' } })).toBe(
      'condition',
    );
  });

  it('G-01 a condition on the days before a fact is asked of the day of the fact, whichever was asked before', () => {
    const condition = conditionOf({ field: 'occurredOn', operator: 'withinDays', value: 1 });
    const prepared = prepareRules([awardRule({ condition })]);
    for (const days of [0, 40, 3, 3, 90]) {
      const fact = earningFact({ occurredAt: FROM + days * DAY_MS });
      expect(decide(prepared, fact, { facts: {}, past: [] }, NOTHING, EXPLAINED)[0]?.verdict).toBe('awarded');
    }
  });
});
