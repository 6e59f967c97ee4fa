import { type IncentiveState, nextIncentiveState } from '@siyu/shared/contracts/incentive-rules.limits';
import type { BudgetBounds } from '../rules/budgets.ts';
import type { LiveRule } from '../rules/live-rules.ts';

/** What was done with a rule at a moment; that it stopped itself is never taken from here, but comes out of its budget. */
export interface LineStep {
  readonly at: number;
  readonly act: 'APPROVE' | 'PAUSE' | 'RESUME' | 'RETIRE';
}

/** A version from the moment it was approved at, with what the rule may give in all from then on. */
export interface LineVersion {
  readonly approvedAt: number;
  readonly live: LiveRule;
  readonly bounds: BudgetBounds;
}

/** What a rule had given before the window, and what is given back of it later. */
export interface LineUse {
  readonly awards: number;
  readonly points: number;
  readonly valueFen: number;
}

export const NOTHING_USED: LineUse = { awards: 0, points: 0, valueFen: 0 };

/** One rule as it really went, or the draft that stands in its place. */
export interface RuleLine {
  readonly ruleNo: number;
  /** Ascending by approval. */
  readonly versions: readonly LineVersion[];
  /** Ascending. */
  readonly steps: readonly LineStep[];
  readonly usedBefore: LineUse;
}

/** A budget that had no room: its rule gives nothing after this fact, until somebody let it go on. */
export interface Exhaustion {
  readonly ruleNo: number;
  /** The fact that found it empty. */
  readonly decidedNo: number;
  /** Exclusive. */
  readonly until: number;
}

/** The versions that could answer at a moment; none of a rule that was paused, retired or not yet approved. */
export function versionsAt({ versions, steps }: RuleLine, at: number): readonly LiveRule[] {
  let state: IncentiveState = 'DRAFT';
  // A rule that really stopped itself may still have room here: then there is nothing that letting it go on changes.
  for (const step of steps) if (step.at <= at) state = nextIncentiveState(step.act, state) ?? state;
  return state === 'OPEN'
    ? versions.filter(({ approvedAt }) => approvedAt <= at).map(({ live }) => live)
    : [];
}

/** When somebody lets a rule go on that stopped itself at a moment. */
export function goesOnAfter({ steps }: RuleLine, at: number): number {
  const next = steps.find((step) => step.at > at && (step.act === 'RESUME' || step.act === 'APPROVE'));
  return next?.at ?? Infinity;
}

/** What a rule may give in all, at a moment. */
export function boundsAt({ versions }: RuleLine, at: number): BudgetBounds {
  const bounds = versions.filter(({ approvedAt }) => approvedAt <= at).at(-1)?.bounds;
  return bounds ?? { awardsMax: 0, valueFenMax: 0 };
}
