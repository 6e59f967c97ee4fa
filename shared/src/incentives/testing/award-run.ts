import { dayOfInstant, mondayOf } from '../../time/index.ts';
import { decide, prepareRules, type AwardRule, type Counters, type EarningFact } from '../index.ts';

/** One award of a run. */
export interface RunAward {
  readonly rule: AwardRule;
  readonly fact: EarningFact;
}

export const dayOf = ({ occurredAt }: EarningFact): number => dayOfInstant(occurredAt);
export const weekOf = ({ occurredAt }: EarningFact): number => mondayOf(dayOfInstant(occurredAt));
export const yearOf = ({ occurredAt }: EarningFact): number =>
  new Date(occurredAt + 8 * 3_600_000).getUTCFullYear();

/** What was given before a fact, counted by hand. */
export function countersFor(fact: EarningFact, awards: readonly RunAward[]): Counters {
  return {
    ofRule: (ruleNo) => {
      const own = awards.filter(({ rule }) => rule.ruleNo === ruleNo).map((award) => award.fact);
      return {
        today: own.filter((each) => dayOf(each) === dayOf(fact)).length,
        thisWeek: own.filter((each) => weekOf(each) === weekOf(fact)).length,
        total: own.length,
        lastAwardedAt: own.length === 0 ? null : Math.max(...own.map(({ occurredAt }) => occurredAt)),
      };
    },
    yearValueFen: awards
      .filter((award) => yearOf(award.fact) === yearOf(fact))
      .reduce((sum, { rule }) => sum + rule.valueFen, 0),
  };
}

/** Decides facts one after the other, as they came. */
export function runAwards(
  rules: readonly AwardRule[],
  facts: readonly EarningFact[],
  yearlyCapFen: number,
): readonly RunAward[] {
  const prepared = prepareRules(rules);
  const awards: RunAward[] = [];
  for (const [at, fact] of facts.entries()) {
    const state = { facts: {}, past: facts.slice(0, at) };
    const counters = countersFor(fact, awards);
    const options = { yearlyCapFen, isExplained: false };
    for (const { ruleNo } of decide(prepared, fact, state, counters, options)) {
      const rule = rules.find((each) => each.ruleNo === ruleNo);
      if (rule !== undefined) awards.push({ rule, fact });
    }
  }
  return awards;
}
