import type { SeenCondition } from '../rules/index.ts';

/** What became of a fact under a rule, in the order in which it is asked. */
export const VERDICTS = [
  'other_event',
  'never_rewarded',
  'not_scheduled',
  'condition',
  'mission',
  'limit',
  'cool_down',
  'held_out',
  'stacked',
  'yearly_cap',
  'awarded',
] as const;
export type Verdict = (typeof VERDICTS)[number];

/** What one rule said of one fact. */
export interface Decision {
  readonly ruleNo: number;
  readonly version: number;
  readonly verdict: Verdict;
  /** What each condition saw; of a rule that was asked, and only when an explanation is wanted. */
  readonly conditions: readonly SeenCondition[];
}
