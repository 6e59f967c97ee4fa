import type { BudgetBounds } from '../rules/budgets.ts';
import type { FrozenRule } from '../rules/frozen-rule.ts';
import type { LiveRule } from '../rules/live-rules.ts';
import type { ReplayWindow } from './decide-person.ts';
import { NOTHING_USED, type RuleLine } from './rule-line.ts';

/** A draft as it would be decided by if it was approved now. */
export interface DraftLine extends Pick<LiveRule, 'ruleId' | 'title' | 'reason'> {
  /** As `RuleChecks.check` freezes it, under the number of its rule. */
  readonly frozen: FrozenRule;
  readonly bounds: BudgetBounds;
}

/**
 * The rules with the draft in the place of its rule, or beside them where its rule never gave anything: live over the whole
 * window, whatever its days are, with a budget that nothing was taken of.
 */
export function withDraft(
  lines: readonly RuleLine[],
  { ruleId, title, reason, frozen, bounds }: DraftLine,
  { from, until }: ReplayWindow,
): readonly RuleLine[] {
  const live = { ruleId, rule: { ...frozen, schedule: { from, until } }, title, reason };
  const line: RuleLine = {
    ruleNo: frozen.ruleNo,
    isDraft: true,
    versions: [{ approvedAt: from, live, bounds }],
    steps: [{ at: from, act: 'APPROVE' }],
    usedBefore: NOTHING_USED,
  };
  return [...lines.filter(({ ruleNo }) => ruleNo !== frozen.ruleNo), line];
}
