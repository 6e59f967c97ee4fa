import { isHeldOut, type SeenCondition } from '../rules/index.ts';
import { dayOfInstant } from '../time/index.ts';
import type { AwardRule } from './award-rule.ts';
import type { Decision, Verdict } from './decision.ts';
import type { EarningFact } from './earning-fact.ts';
import type { Counters, MemberState, RuleCounter } from './member-state.ts';
import { completesMission } from './mission-progress.ts';
import type { PreparedRule, PreparedRules } from './prepare-rules.ts';

const HOUR_MS = 3_600_000;

export interface DecideOptions {
  /** What one member may be given in a calendar year. */
  readonly yearlyCapFen: number;
  /** Every rule with what each of its conditions saw; else only the rules that award. */
  readonly isExplained: boolean;
}

/**
 * What a fact earns. Pure: no clock, no lot that is drawn anew; days and weeks are those on which the fact occurred.
 * Budgets and stock are not asked here: the caller takes them in award order, see `takeFromBudget`.
 *
 * @param state as of the member's `seq − 1`
 * @returns one decision a rule, the rule of the highest priority first
 */
export function decide(
  rules: PreparedRules,
  fact: EarningFact,
  state: MemberState,
  counters: Counters,
  { yearlyCapFen, isExplained }: DecideOptions,
): readonly Decision[] {
  const own = rules.byEvent.get(fact.type);
  const day = dayOfInstant(fact.occurredAt);
  const values = own?.values(fact, state) ?? [];
  const none: SeenCondition[] = [];
  const groups: string[] = [];
  let yearValueFen = counters.yearValueFen;
  const decisions: Decision[] = [];
  for (const prepared of (isExplained ? rules.all : own?.rules) ?? []) {
    const { rule } = prepared;
    const { ruleNo, version, stackingGroup } = rule;
    let conditions: SeenCondition[] = none;
    let verdict = findUnasked(rule, fact);
    if (verdict === null) {
      const asked = prepared.always ?? prepared.askedOn(day);
      if (isExplained) conditions = [];
      if (!(isExplained ? asked.explains(values, conditions) : asked.fulfils(values))) verdict = 'condition';
    }
    verdict ??=
      findOpenMission(rule, fact, state.past) ??
      findLimit(rule, fact.occurredAt, counters.ofRule(ruleNo)) ??
      findHeldOut(prepared, fact.memberNo) ??
      (stackingGroup !== null && groups.includes(stackingGroup) ? 'stacked' : null) ??
      (yearValueFen + rule.valueFen > yearlyCapFen ? 'yearly_cap' : null);
    if (verdict === null) {
      yearValueFen += rule.valueFen;
      if (stackingGroup !== null) groups.push(stackingGroup);
    }
    if (isExplained || verdict === null)
      decisions.push({ ruleNo, version, verdict: verdict ?? 'awarded', conditions });
  }
  return decisions;
}

/** Why a rule is not even asked; null: it is. */
function findUnasked({ when, schedule }: AwardRule, fact: EarningFact): Verdict | null {
  if (when !== fact.type) return 'other_event';
  if (fact.isClockSuspect) return 'never_rewarded';
  return fact.occurredAt < schedule.from || fact.occurredAt >= schedule.until ? 'not_scheduled' : null;
}

function findOpenMission(
  { mission, schedule }: AwardRule,
  fact: EarningFact,
  past: readonly EarningFact[],
): Verdict | null {
  return mission === null || completesMission(mission, fact, past, schedule) ? null : 'mission';
}

function findHeldOut({ rule: { holdoutPercent }, salt }: PreparedRule, memberNo: number): Verdict | null {
  return holdoutPercent > 0 && isHeldOut(salt, memberNo, holdoutPercent) ? 'held_out' : null;
}

/** The limit that is reached; null: none. A mission is thanked for once. */
function findLimit(
  { limits: { perDay, perWeek, total, coolDownHours }, mission }: AwardRule,
  occurredAt: number,
  counter: RuleCounter,
): Verdict | null {
  if (counter.total >= (mission === null ? (total ?? Infinity) : 1)) return 'limit';
  if (counter.today >= (perDay ?? Infinity) || counter.thisWeek >= (perWeek ?? Infinity)) return 'limit';
  // What became known late is not squeezed in before what was thanked for already.
  const isCoolingDown =
    coolDownHours !== null &&
    counter.lastAwardedAt !== null &&
    occurredAt < counter.lastAwardedAt + coolDownHours * HOUR_MS;
  return isCoolingDown ? 'cool_down' : null;
}
