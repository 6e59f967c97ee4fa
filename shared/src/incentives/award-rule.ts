import type { CheckedGroup } from '../rules/index.ts';
import type { EarningEvent } from './earning-fact.ts';

/** What a step counts: facts of any days, days with a fact, or days with a fact in a row. */
export const STEP_DAYS = ['any', 'distinct', 'consecutive'] as const;
export type StepDays = (typeof STEP_DAYS)[number];

/** One thing to do in a mission. */
export interface MissionStep {
  readonly event: EarningEvent;
  /** How many facts, of which one a content counts, or how many days. At least 1. */
  readonly count: number;
  /** Only facts about these; null: about anything. */
  readonly contentIds: readonly string[] | null;
  readonly days: StepDays;
}

/** Things to do that are thanked for together, once: by the fact that completes them. */
export interface Mission {
  /** At least one. */
  readonly steps: readonly MissionStep[];
  /** Whether a step counts only what happened after the step before it was done. */
  readonly isOrdered: boolean;
  /** All within so many civil days; null: within the schedule of the rule. */
  readonly withinDays: number | null;
}

/** Kinds of reward that there are (REQ-INC-2). */
export const REWARD_KINDS = ['points', 'badge', 'coupon', 'voucher'] as const;
/** What a rule gives. */
export type Reward =
  | { readonly kind: 'points'; readonly points: number }
  | { readonly kind: 'badge'; readonly badge: string }
  | { readonly kind: 'coupon'; readonly itemId: string }
  | { readonly kind: 'voucher'; readonly entitlement: 'CONSULTATION' };

/** How often one member is thanked by a rule; null: as often as they earn it. */
export interface AwardLimits {
  /** Civil days and weeks (from Monday) of Shanghai, of the day on which the fact occurred. */
  readonly perDay: number | null;
  readonly perWeek: number | null;
  readonly total: number | null;
  /** From one fact that was thanked for to the next one that is. */
  readonly coolDownHours: number | null;
  readonly pendingDays: number;
  /** Of points after they became available; null: never. */
  readonly expiresAfterDays: number | null;
}

/** One version of a rule that awards; it never changes. */
export interface AwardRule {
  readonly ruleNo: number;
  readonly version: number;
  readonly name: string;
  readonly when: EarningEvent;
  /** Over the award fields; segments stand expanded in it as they were at approval. Null: of everybody. */
  readonly condition: CheckedGroup | null;
  /** The fact must be the one that completes it. */
  readonly mission: Mission | null;
  readonly then: Reward;
  readonly limits: AwardLimits;
  /** Of one award, at approval. */
  readonly valueFen: number;
  /** Epoch milliseconds, `until` exclusive: every rule ends (REQ-INC-4). */
  readonly schedule: { readonly from: number; readonly until: number };
  /** The higher comes first; of equal ones the lower `ruleNo`. */
  readonly priority: number;
  /** Of the rules of one group one awards for a fact at most. */
  readonly stackingGroup: string | null;
  /** Share of the members who are not awarded, so that the effect can be told. */
  readonly holdoutPercent: number;
}
