import {
  decide,
  prepareRules,
  type AwardRule,
  type Counters,
  type Decision,
  type DecideOptions,
  type EarningFact,
  type MemberState,
  type Verdict,
} from '../index.ts';
import { awardRule, earningFact } from './award-rules.ts';

/** Nothing was given yet. */
export const NOTHING: Counters = {
  ofRule: () => ({ today: 0, thisWeek: 0, total: 0, lastAwardedAt: null }),
  yearValueFen: 0,
};
export const EXPLAINED: DecideOptions = { yearlyCapFen: 20_000, isExplained: true };

/** What rules are asked of, where it differs from a first lesson of somebody unknown. */
export interface Asked extends Partial<MemberState> {
  readonly fact?: Partial<EarningFact>;
  readonly counters?: Counters;
}

/** Every decision on a fact, explained. */
export const decided = (
  rules: readonly AwardRule[],
  { fact, past = [], facts = {}, counters = NOTHING }: Asked = {},
): readonly Decision[] =>
  decide(prepareRules(rules), earningFact(fact), { facts, past }, counters, EXPLAINED);

/** Verdicts by number of the rule. */
export const verdictsOf = (
  rules: readonly AwardRule[],
  asked?: Asked,
): Readonly<Partial<Record<number, Verdict>>> =>
  Object.fromEntries(decided(rules, asked).map(({ ruleNo, verdict }) => [ruleNo, verdict]));

/** The verdict of one rule, number 1. */
export const verdictOf = (rule: Parameters<typeof awardRule>[0], asked?: Asked): Verdict | undefined =>
  verdictsOf([awardRule(rule)], asked)[1];

/** One who was given something by a rule already. */
export const given = (counter: Partial<ReturnType<Counters['ofRule']>>): Counters => ({
  ...NOTHING,
  ofRule: () => ({ ...NOTHING.ofRule(1), ...counter }),
});
