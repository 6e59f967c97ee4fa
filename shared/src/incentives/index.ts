export { EVENT_FIELDS, HISTORY_FIELDS } from './award-fields.ts';
export {
  REWARD_KINDS,
  STEP_DAYS,
  type AwardLimits,
  type AwardRule,
  type Mission,
  type MissionStep,
  type Reward,
  type StepDays,
} from './award-rule.ts';
export { decide, type DecideOptions } from './decide.ts';
export { VERDICTS, type Decision, type Verdict } from './decision.ts';
export { EARNING_EVENTS, isEarningEvent, type EarningEvent, type EarningFact } from './earning-fact.ts';
export { HISTORY_DAYS, type Counters, type MemberState, type RuleCounter } from './member-state.ts';
export { missionProgress } from './mission-progress.ts';
export { prepareRules, type PreparedRules } from './prepare-rules.ts';
export { takeFromBudget, type Budget, type BudgetShare } from './take-from-budget.ts';
export { basisOf } from './guard/field-basis.ts';
export { guardDraft, type DraftContext } from './guard/guard-draft.ts';
export { guardItem, ITEM_KINDS, type GuardContext, type ItemKind } from './guard/guard-item.ts';
export { guardRule, HOLDOUT_PERCENT_MAX } from './guard/guard-rule.ts';
export {
  GUARD_CODES,
  GUARDED_REQUIREMENTS,
  type GuardCode,
  type GuardedRequirement,
  type Refusal,
} from './guard/refusal.ts';
