import type { AwardHold } from '@siyu/shared/contracts/awards.limits';
import { decide, type EarningFact, type PreparedRules } from '@siyu/shared/incentives';
import type { SeenCondition, Facts } from '@siyu/shared/rules';
import { dayOfInstant } from '@siyu/shared/time';
import type { LiveRule } from '../rules/live-rules.ts';
import type { AwardCounters } from './award-counters.ts';
import { holdOf } from './hold-of.ts';

/** A fact under the number that stands for its member, with what was known just before. */
export interface KnownFact {
  readonly fact: EarningFact;
  readonly facts: Facts;
  /** Ascending; not withdrawn. */
  readonly past: readonly EarningFact[];
}

/** An award that nothing speaks against but budget, guard and a person. */
export interface PlannedAward {
  readonly live: LiveRule;
  readonly fact: EarningFact;
  readonly conditions: readonly SeenCondition[];
  readonly hold: AwardHold | null;
}

export interface RulesInForce {
  readonly prepared: PreparedRules;
  readonly liveOf: (ruleNo: number, version: number) => LiveRule | undefined;
  readonly yearlyCapFen: number;
}

/**
 * What facts earn, one after the other: what an earlier one was given counts for the later ones of its member.
 * @param counters grow by what is planned
 */
export function planAwards(
  { prepared, liveOf, yearlyCapFen }: RulesInForce,
  known: readonly KnownFact[],
  counters: AwardCounters,
): readonly PlannedAward[] {
  const planned: PlannedAward[] = [];
  for (const { fact, facts, past } of known) {
    const state = { facts, past };
    const given = counters.of(fact);
    const asked = (isExplained: boolean) =>
      decide(prepared, fact, state, given, { yearlyCapFen, isExplained });
    // What each condition saw is asked for only where something is given.
    if (asked(false).length === 0) continue;
    const hold = holdOf(fact, past);
    for (const { ruleNo, version, verdict, conditions } of asked(true)) {
      const live = verdict === 'awarded' ? liveOf(ruleNo, version) : undefined;
      if (live === undefined) continue;
      planned.push({ live, fact, conditions, hold });
      counters.add({
        memberNo: fact.memberNo,
        ruleNo,
        occurredOn: dayOfInstant(fact.occurredAt),
        count: 1,
        lastAt: fact.occurredAt,
        valueFen: live.rule.valueFen,
      });
    }
  }
  return planned;
}
