import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { decide, prepareRules, type EarningFact } from './index.ts';
import { awardRule, conditionOf, DAY_MS, earningFact, FROM } from './testing/award-rules.ts';
import { dayOf, runAwards, weekOf, yearOf } from './testing/award-run.ts';
import { decided, EXPLAINED, NOTHING, verdictOf, verdictsOf } from './testing/deciding.ts';

const HOUR_MS = 3_600_000;

const fact = fc.record({
  type: fc.constantFrom('lesson_completed' as const, 'checked_in' as const),
  occurredAt: fc.integer({ min: FROM - 3 * DAY_MS, max: FROM + 40 * DAY_MS }),
  isClockSuspect: fc.integer({ min: 0, max: 9 }).map((lot) => lot === 0),
  contentId: fc.constantFrom(null, 'a', 'b', 'c'),
});
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
