import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  decide,
  prepareRules,
  takeFromBudget,
  type AwardRule,
  type Counters,
  type Decision,
  type EarningFact,
} from './index.ts';
import { awardRule, conditionOf, DAY_MS, earningFact, FROM } from './testing/award-rules.ts';
import { dayOf, runAwards, weekOf, yearOf } from './testing/award-run.ts';

const HOUR_MS = 3_600_000;
const NOTHING: Counters = {
  ofRule: () => ({ today: 0, thisWeek: 0, total: 0, lastAwardedAt: null }),
  yearValueFen: 0,
};
const EXPLAINED = { yearlyCapFen: 20_000, isExplained: true };

interface Asked {
  readonly fact?: Partial<EarningFact>;
  readonly past?: readonly EarningFact[];
  readonly facts?: Readonly<Record<string, string | number | null>>;
  readonly counters?: Counters;
}

const decided = (
  rules: readonly AwardRule[],
  { fact, past = [], facts = {}, counters = NOTHING }: Asked = {},
  options = EXPLAINED,
): readonly Decision[] => decide(prepareRules(rules), earningFact(fact), { facts, past }, counters, options);

const verdictsOf = (rules: readonly AwardRule[], asked?: Asked) =>
  Object.fromEntries(decided(rules, asked).map(({ ruleNo, verdict }) => [ruleNo, verdict]));
const verdictOf = (rule: Parameters<typeof awardRule>[0], asked?: Asked) =>
  verdictsOf([awardRule(rule)], asked)[1];
const given = (counter: Partial<ReturnType<Counters['ofRule']>>): Counters => ({
  ...NOTHING,
  ofRule: () => ({ ...NOTHING.ofRule(1), ...counter }),
});

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

  it('H-05 who is held out is not awarded, stays so in the next version, and is so by the share of the rule', () => {
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

const fact = fc
  .record({
    type: fc.constantFrom('lesson_completed' as const, 'checked_in' as const),
    occurredAt: fc.integer({ min: FROM - 3 * DAY_MS, max: FROM + 40 * DAY_MS }),
    isClockSuspect: fc.integer({ min: 0, max: 9 }).map((lot) => lot === 0),
    contentId: fc.constantFrom(null, 'a', 'b', 'c'),
  })
  .map((parts) => parts);
const facts = fc
  .array(fact, { maxLength: 40 })
  .map((all) => all.map((parts, at) => earningFact({ ...parts, seq: at + 1 })));
const limit = fc.option(fc.integer({ min: 1, max: 4 }));
const condition = fc.constantFrom(
  null,
  conditionOf({ field: 'nthThisWeek', operator: '>=', value: 2 }),
  conditionOf(
    { field: 'streakDays', operator: '<', value: 3 },
    { field: 'nthOfContent', operator: '=', value: 1 },
  ),
  conditionOf({
    combinator: 'or',
    rules: [
      { field: 'activeDaysIn30', operator: '>=', value: 3 },
      { field: 'daysSinceSame', operator: 'missing' },
    ],
  }),
);
const rule = fc.record({
  when: fc.constantFrom('lesson_completed' as const, 'checked_in' as const),
  condition,
  limits: fc.record({
    perDay: limit,
    perWeek: limit,
    total: fc.option(fc.integer({ min: 1, max: 8 })),
    coolDownHours: fc.option(fc.integer({ min: 1, max: 72 })),
  }),
  priority: fc.integer({ min: 0, max: 2 }),
  stackingGroup: fc.constantFrom(null, 'a', 'b'),
  valueFen: fc.integer({ min: 0, max: 300 }),
  holdoutPercent: fc.constantFrom(0, 50),
});
const rules = fc
  .array(rule, { minLength: 1, maxLength: 6 })
  .map((all) => all.map((parts, at) => awardRule({ ...parts, ruleNo: at + 1 })));

describe('decide, whatever the rules and the facts', () => {
  it('G-04 says the same again, and whatever the order of the rules and of what is past', () => {
    fc.assert(
      fc.property(rules, facts, fc.gen(), (all, past, gen) => {
        const now = earningFact({ seq: 1_000, occurredAt: FROM + 20 * DAY_MS });
        const shuffle = <T>(list: readonly T[]): readonly T[] =>
          gen(() => fc.shuffledSubarray([...list], { minLength: list.length }));
        const first = decide(prepareRules(all), now, { facts: {}, past }, NOTHING, EXPLAINED);
        expect(decide(prepareRules(all), now, { facts: {}, past }, NOTHING, EXPLAINED)).toEqual(first);
        expect(
          decide(prepareRules(shuffle(all)), now, { facts: {}, past: shuffle(past) }, NOTHING, EXPLAINED),
        ).toEqual(first);
        const brief = decide(prepareRules(all), now, { facts: {}, past }, NOTHING, {
          ...EXPLAINED,
          isExplained: false,
        });
        const awarded = first.filter(({ verdict }) => verdict === 'awarded');
        expect(brief).toEqual(awarded.map((decision) => ({ ...decision, conditions: [] })));
      }),
      { numRuns: 100 },
    );
  });

  it('G-01 REQ-INC-2 limits and the yearly cap hold in any sequence of facts, however late some become known', () => {
    fc.assert(
      fc.property(rules, facts, fc.integer({ min: 0, max: 2_000 }), (all, sequence, yearlyCapFen) => {
        const awards = runAwards(all, sequence, yearlyCapFen);
        const most = (keys: readonly number[]) =>
          Math.max(0, ...keys.map((key) => keys.filter((each) => each === key).length));
        for (const { ruleNo, limits } of all) {
          const own = awards.filter((award) => award.rule.ruleNo === ruleNo).map((award) => award.fact);
          expect(most(own.map(dayOf))).toBeLessThanOrEqual(limits.perDay ?? Infinity);
          expect(most(own.map(weekOf))).toBeLessThanOrEqual(limits.perWeek ?? Infinity);
          expect(own.length).toBeLessThanOrEqual(limits.total ?? Infinity);
          const gaps = own.slice(1).map((each, at) => each.occurredAt - (own[at]?.occurredAt ?? 0));
          if (limits.coolDownHours !== null)
            expect(Math.min(Infinity, ...gaps)).toBeGreaterThanOrEqual(limits.coolDownHours * HOUR_MS);
        }
        for (const year of [2026, 2027]) {
          const values = awards
            .filter((award) => yearOf(award.fact) === year)
            .map((award) => award.rule.valueFen);
          expect(values.reduce((sum, value) => sum + value, 0)).toBeLessThanOrEqual(yearlyCapFen);
        }
        expect(awards.filter((award) => award.fact.isClockSuspect)).toEqual([]);
      }),
      { numRuns: 100 },
    );
  });

  it('G-01 of a stacking group one awards: the first of those that would by themselves', () => {
    fc.assert(
      fc.property(rules, facts, (all, past) => {
        const asked = { past, fact: { seq: 1_000, occurredAt: FROM + 20 * DAY_MS } };
        const together = verdictsOf(all, asked);
        const alone = decided(
          all.map((each) => ({ ...each, stackingGroup: null })),
          asked,
        ).filter(({ verdict }) => verdict === 'awarded');
        for (const group of ['a', 'b']) {
          const inGroup = alone.filter(({ ruleNo }) =>
            all.some((each) => each.ruleNo === ruleNo && each.stackingGroup === group),
          );
          expect(inGroup.map(({ ruleNo }) => together[ruleNo])).toEqual(
            inGroup.map((_, at) => (at === 0 ? 'awarded' : 'stacked')),
          );
        }
      }),
      { numRuns: 100 },
    );
  });

  it('G-01 is two-valued: of a condition and its opposite one holds, whatever is not known', () => {
    const known = fc.record(
      { stage: fc.constantFrom(null, 'STRANGER', 'FAMILIAR'), lessonsCompleted: fc.constantFrom(null, 0, 3) },
      { requiredKeys: [] },
    );
    const asks = fc.constantFrom(
      { field: 'stage', operator: 'in', value: ['FAMILIAR'] },
      { field: 'stage', operator: '!=', value: 'FAMILIAR' },
      { field: 'lessonsCompleted', operator: '<=', value: 2 },
      { field: 'minutesAttended', operator: '>=', value: 0 },
      { field: 'daysSinceSame', operator: '!=', value: 3 },
    );
    fc.assert(
      fc.property(
        fc.array(asks, { minLength: 1, maxLength: 4 }),
        fc.constantFrom('and', 'or'),
        known,
        facts,
        (parts, combinator, facts, past) => {
          const verdicts = [true, false].map((not) =>
            verdictOf({ condition: conditionOf({ combinator, not, rules: parts }) }, { facts, past }),
          );
          expect(verdicts.sort()).toEqual(['awarded', 'condition']);
        },
      ),
      { numRuns: 100 },
    );
  });

  it('G-01 facts of other events, and those of a clock that cannot be right, change nothing about this event', () => {
    const own = conditionOf(
      ...[
        'nthToday',
        'nthThisWeek',
        'nthEver',
        'nthOfContent',
        'daysSinceSame',
        'streakDays',
        'lessonsIn30',
      ].map((field) => ({ field, operator: '>=', value: 0 })),
    );
    fc.assert(
      fc.property(facts, (past) => {
        const fact = { seq: 1_000, occurredAt: FROM + 20 * DAY_MS };
        const seen = (history: readonly EarningFact[]) =>
          decided([awardRule({ condition: own })], { fact, past: history })[0]?.conditions;
        const lessons = past.filter(
          ({ type, isClockSuspect }) => type === 'lesson_completed' && !isClockSuspect,
        );
        expect(seen(past)).toEqual(seen(lessons));
      }),
      { numRuns: 100 },
    );
  });
});

describe('a budget', () => {
  const BUDGET = { awardsMax: 10, valueFenMax: 100, awardsUsed: 9, pointsUsed: 90, valueFenUsed: 80 };
  const SHARE = { awards: 1, points: 10, valueFen: 20 };

  it('G-01 gives an award wholly or not at all, up to the last award and the last fen', () => {
    expect(takeFromBudget(BUDGET, SHARE)).toEqual({
      isGranted: true,
      budget: { ...BUDGET, awardsUsed: 10, pointsUsed: 100, valueFenUsed: 100 },
    });
    expect(takeFromBudget(BUDGET, { ...SHARE, awards: 2 })).toEqual({ isGranted: false, budget: BUDGET });
    expect(takeFromBudget(BUDGET, { ...SHARE, valueFen: 21 })).toEqual({ isGranted: false, budget: BUDGET });
  });

  it('G-04 asking for many at once and halving what does not fit gives what one after the other gives', () => {
    type Share = typeof SHARE;
    const sum = (shares: readonly Share[]): Share =>
      shares.reduce((one, other) => ({
        awards: one.awards + other.awards,
        points: one.points + other.points,
        valueFen: one.valueFen + other.valueFen,
      }));
    const halving = (
      budget: typeof BUDGET,
      shares: readonly Share[],
    ): { granted: boolean[]; budget: typeof BUDGET } => {
      const taken = takeFromBudget(budget, sum(shares));
      if (taken.isGranted || shares.length === 1)
        return { granted: shares.map(() => taken.isGranted), budget: taken.budget };
      const half = shares.length >> 1;
      const first = halving(budget, shares.slice(0, half));
      const second = halving(first.budget, shares.slice(half));
      return { granted: [...first.granted, ...second.granted], budget: second.budget };
    };
    const share = fc.record({ awards: fc.constant(1), points: fc.nat(20), valueFen: fc.nat(30) });
    fc.assert(
      fc.property(
        fc.array(share, { minLength: 1, maxLength: 40 }),
        fc.nat(30),
        fc.nat(400),
        (shares, awardsMax, valueFenMax) => {
          const start = { awardsMax, valueFenMax, awardsUsed: 0, pointsUsed: 0, valueFenUsed: 0 };
          let budget = start;
          const granted = shares.map((each) => {
            const taken = takeFromBudget(budget, each);
            budget = taken.budget;
            return taken.isGranted;
          });
          expect(halving(start, shares)).toEqual({ granted, budget });
        },
      ),
      { numRuns: 100 },
    );
  });
});
