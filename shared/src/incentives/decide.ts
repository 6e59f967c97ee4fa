import { isHeldOut, type ExplainedCondition, type Facts } from '../rules/index.ts';
import { dayOfInstant, type EpochDay } from '../time/index.ts';
import type { AwardRule } from './award-rule.ts';
import type { Decision, Verdict } from './decision.ts';
import type { EarningFact } from './earning-fact.ts';
import { historyOf } from './history-of.ts';
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
  const facts = factsOf(fact, day, state, own?.asksHistory ?? false);
  const groups = new Set<string>();
  let yearValueFen = counters.yearValueFen;
  const decisions: Decision[] = [];
  for (const prepared of (isExplained ? rules.all : own?.rules) ?? []) {
    const { rule } = prepared;
    const asked = ask(prepared, fact, facts, day, state, isExplained);
    const verdict =
      asked.verdict ??
      findLimit(rule, fact.occurredAt, counters.ofRule(rule.ruleNo)) ??
      (isHeldOut(prepared.salt, fact.memberNo, rule.holdoutPercent) ? 'held_out' : null) ??
      (rule.stackingGroup !== null && groups.has(rule.stackingGroup) ? 'stacked' : null) ??
      (yearValueFen + rule.valueFen > yearlyCapFen ? 'yearly_cap' : 'awarded');
    if (verdict === 'awarded') {
      yearValueFen += rule.valueFen;
      if (rule.stackingGroup !== null) groups.add(rule.stackingGroup);
    }
    if (isExplained || verdict === 'awarded')
      decisions.push({
        ruleNo: rule.ruleNo,
        version: rule.version,
        verdict,
        conditions: asked.conditions,
      });
  }
  return decisions;
}

/** What the fact and the member say of a rule; a null verdict: nothing speaks against it. */
interface Asked {
  readonly verdict: Verdict | null;
  readonly conditions: readonly ExplainedCondition[];
}

const said = (verdict: Verdict | null): Asked => ({ verdict, conditions: [] });

function ask(
  { rule, fulfils, explains }: PreparedRule,
  fact: EarningFact,
  facts: Facts,
  day: EpochDay,
  { past }: MemberState,
  isExplained: boolean,
): Asked {
  const { when, schedule, mission } = rule;
  if (when !== fact.type) return said('other_event');
  if (fact.isClockSuspect) return said('never_rewarded');
  if (fact.occurredAt < schedule.from || fact.occurredAt >= schedule.until) return said('not_scheduled');
  const { holds, conditions } = isExplained
    ? explains(facts, day)
    : { holds: fulfils(facts, day), conditions: [] };
  if (!holds) return { verdict: 'condition', conditions };
  const isOpen = mission !== null && !completesMission(mission, fact, past, schedule);
  return { verdict: isOpen ? 'mission' : null, conditions };
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

/** The member and the fact as the conditions see them. */
function factsOf(fact: EarningFact, day: EpochDay, state: MemberState, asksHistory: boolean): Facts {
  return {
    ...state.facts,
    ...(asksHistory && historyOf(fact, state.past)),
    contentId: fact.contentId,
    occurredOn: day,
    rightAnswers: fact.type === 'quiz_submitted' ? fact.value : null,
    minutesAttended: fact.type === 'live_attended' ? fact.value : null,
  };
}
