import type { AwardHold } from '@siyu/shared/contracts/awards.limits';
import { decide, type Decision, type EarningFact, type PreparedRules } from '@siyu/shared/incentives';
import type { SeenCondition, Facts } from '@siyu/shared/rules';
import { dayOfInstant } from '@siyu/shared/time';
import type { LiveRule } from '../rules/live-rules.ts';
import type { AwardCounters } from './award-counters.ts';
import { holdOf } from './hold-of.ts';
import type { Ring } from './ring-of.ts';

/** A fact under the number that stands for its member, with what was known just before. */
export interface KnownFact {
  readonly fact: EarningFact;
  readonly facts: Facts;
  /** Ascending; not withdrawn. */
  readonly past: readonly EarningFact[];
  /** That its member was in. */
  readonly ring: Ring | null;
}

/** An award that nothing speaks against but budget, guard and a person. */
export interface PlannedAward {
  readonly live: LiveRule;
  readonly fact: EarningFact;
  readonly conditions: readonly SeenCondition[];
  readonly hold: AwardHold | null;
  /** How many seconds, things or people stood behind it. */
  readonly holdSeen: number | null;
}

export interface RulesInForce {
  readonly prepared: PreparedRules;
  readonly liveOf: (ruleNo: number, version: number) => LiveRule | undefined;
  /** Whether the guard of the moment refuses what it let pass when the rule was approved (G-03). */
  readonly isRefused: (live: LiveRule) => boolean;
  readonly yearlyCapFen: number;
}

/** What one fact earns, and what every rule said of it where that was asked. */
interface FactPlan {
  readonly planned: readonly PlannedAward[];
  readonly decisions: readonly Decision[];
}

const NOTHING: FactPlan = { planned: [], decisions: [] };

/**
 * What facts earn, one after the other: what an earlier one was given counts for the later ones of its member.
 * @param counters grow by what is planned; what the guard refuses is not given, and counts no more here than in a later batch
 */
export function planAwards(
  inForce: RulesInForce,
  known: readonly KnownFact[],
  counters: AwardCounters,
): readonly PlannedAward[] {
  return known.flatMap((each) => {
    const { planned } = planFact(inForce, each, counters, false);
    const { memberNo, occurredAt: lastAt } = each.fact;
    for (const { live } of planned) {
      if (inForce.isRefused(live)) continue;
      const { ruleNo, valueFen } = live.rule;
      counters.add({ memberNo, ruleNo, occurredOn: dayOfInstant(lastAt), count: 1, lastAt, valueFen });
    }
    return planned;
  });
}

/**
 * What one fact earns.
 * @param tellsLosses also what every rule said where one may have lost an award to the cap of the year
 */
export function planFact(
  { prepared, liveOf, yearlyCapFen }: RulesInForce,
  { fact, facts, past, ring }: KnownFact,
  counters: AwardCounters,
  tellsLosses: boolean,
): FactPlan {
  const rules = prepared.byEvent.get(fact.type)?.rules ?? [];
  if (rules.length === 0) return NOTHING;
  const state = { facts, past };
  const given = counters.of(fact);
  const asked = (isExplained: boolean) => decide(prepared, fact, state, given, { yearlyCapFen, isExplained });
  const mayLose =
    tellsLosses && rules.some(({ rule: { valueFen } }) => given.yearValueFen + valueFen > yearlyCapFen);
  // What each condition saw is asked for only where something is given.
  if (!mayLose && asked(false).length === 0) return NOTHING;
  const decisions = asked(true);
  const awarded = decisions.filter(({ verdict }) => verdict === 'awarded');
  const suspicion = awarded.length === 0 ? null : holdOf(fact, past, ring);
  const held = { hold: suspicion?.hold ?? null, holdSeen: suspicion?.seen ?? null };
  const planned = awarded.flatMap(({ ruleNo, version, conditions }) => {
    const live = liveOf(ruleNo, version);
    return live === undefined ? [] : [{ live, fact, conditions, ...held }];
  });
  return { planned, decisions };
}
