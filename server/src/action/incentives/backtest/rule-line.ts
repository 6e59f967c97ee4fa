import { type IncentiveState, nextIncentiveState } from '@siyu/shared/contracts/incentive-rules.limits';
import { keysOf } from '../awards/asked-of-past.ts';
import type { BudgetBounds } from '../rules/budgets.ts';
import { LATE_MS, type LiveRule } from '../rules/live-rules.ts';

/** What was done with a rule at a moment; that it stopped itself is never taken from here, but comes out of its budget. */
export interface LineStep {
  readonly at: number;
  readonly act: 'APPROVE' | 'PAUSE' | 'RESUME' | 'RETIRE';
}

/** A version from the moment it was approved at, with what the rule may give in all from then on. */
export interface LineVersion {
  readonly approvedAt: number;
  /** Its days as they were approved, before a newer version ended them. */
  readonly live: LiveRule;
  readonly bounds: BudgetBounds;
}

/** What a rule had given before the window. */
export interface LineUse {
  readonly awards: number;
  readonly points: number;
  readonly valueFen: number;
}

export const NOTHING_USED: LineUse = { awards: 0, points: 0, valueFen: 0 };

/** One rule as it really went, or the draft that stands in its place. */
export interface RuleLine {
  readonly ruleNo: number;
  /** Passed the guard of today, and what it gives of the catalogue is there now: the past is not asked for it. */
  readonly isDraft: boolean;
  /** Ascending by approval. */
  readonly versions: readonly LineVersion[];
  /** Ascending. */
  readonly steps: readonly LineStep[];
  readonly usedBefore: LineUse;
}

/** Nothing left to give: a rule gives nothing after this fact, until somebody let it go on. */
export interface Exhaustion {
  readonly ruleNo: number;
  /** The fact that found nothing left. */
  readonly decidedNo: number;
  readonly decidedAt: number;
  /** Of what. */
  readonly refusal: 'BUDGET' | 'STOCK';
  /** Exclusive. */
  readonly until: number;
}

/** The versions that could answer at a moment, with their days as of then; none of a rule that was not open. */
export function versionsAt({ versions, steps }: RuleLine, at: number): readonly LiveRule[] {
  let state: IncentiveState = 'DRAFT';
  // A rule that really stopped itself may still have room here: then there is nothing that letting it go on changes.
  for (const step of steps) if (step.at <= at) state = nextIncentiveState(step.act, state) ?? state;
  if (state !== 'OPEN') return [];
  const known = versions.filter(({ approvedAt }) => approvedAt <= at).map(({ live }) => live);
  return known.flatMap((live, place) => {
    const { from, until: written } = live.rule.schedule;
    // The first day of a newer version is where every one before it is over.
    const until = Math.min(written, ...known.slice(place + 1).map(({ rule }) => rule.schedule.from));
    const isOver = until <= from || until + LATE_MS <= at;
    return isOver ? [] : [{ ...live, rule: { ...live.rule, schedule: { from, until } } }];
  });
}

/** Every moment at which `versionsAt` may begin to answer otherwise. */
export function changesOf({ versions, steps }: RuleLine): readonly number[] {
  return [
    ...steps.map(({ at }) => at),
    ...versions.flatMap(({ approvedAt, live: { rule } }) => [
      approvedAt,
      rule.schedule.from + LATE_MS,
      rule.schedule.until + LATE_MS,
    ]),
  ];
}

/** When somebody lets a rule go on that stopped itself at a moment. */
export function goesOnAfter({ steps }: RuleLine, at: number): number {
  const next = steps.find((step) => step.at > at && (step.act === 'RESUME' || step.act === 'APPROVE'));
  return next?.at ?? Infinity;
}

const NOTHING_TO_GIVE: BudgetBounds = { awardsMax: 0, valueFenMax: 0 };

/** What a rule may give in all, at a moment. */
export function boundsAt({ versions }: RuleLine, at: number): BudgetBounds {
  let bounds = NOTHING_TO_GIVE;
  for (const version of versions) if (version.approvedAt <= at) ({ bounds } = version);
  return bounds;
}

/** What the conditions of rules ask, by the keys of the award fields. */
export const asksOf = (lines: readonly RuleLine[]): ReadonlySet<string> =>
  keysOf(lines.flatMap(({ versions }) => versions.map(({ live }) => live.rule.condition)));
