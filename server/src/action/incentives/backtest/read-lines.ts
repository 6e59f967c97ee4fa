import type { EntityManager } from 'typeorm';
import { FrozenRule } from '../rules/frozen-rule.ts';
import { IncentiveRule, IncentiveRuleStep, IncentiveRuleVersion } from '../rules/incentive-rule.entity.ts';
import { writtenOf } from '../rules/rule-draft.ts';
import { type LineStep, type LineUse, type LineVersion, NOTHING_USED, type RuleLine } from './rule-line.ts';

const ACTS = ['APPROVE', 'PAUSE', 'RESUME', 'RETIRE'] as const;

/**
 * Every rule as it really went.
 * @param usedBefore what rules had given before the window, by their numbers
 */
export async function readLines(
  manager: EntityManager,
  usedBefore: ReadonlyMap<number, LineUse>,
): Promise<readonly RuleLine[]> {
  const [rules, versions, steps] = await Promise.all([
    manager.find(IncentiveRule, { order: { ruleNo: 'ASC' } }),
    manager.find(IncentiveRuleVersion, { order: { version: 'ASC' } }),
    manager.find(IncentiveRuleStep, { order: { stepNo: 'ASC' } }),
  ]);
  return rules.map(({ ruleId, ruleNo }) => ({
    ruleNo,
    isDraft: false,
    versions: versions.filter((each) => each.ruleId === ruleId).flatMap(versionOf),
    steps: steps.filter((each) => each.ruleId === ruleId).flatMap(stepOf),
    usedBefore: usedBefore.get(ruleNo) ?? NOTHING_USED,
  }));
}

function versionOf(kept: IncentiveRuleVersion): readonly LineVersion[] {
  const { ruleId, frozen, approvedAt, validFrom: from } = kept;
  const rule = FrozenRule.safeParse(JSON.parse(frozen));
  if (!rule.success) return [];
  const { title, reason, budget, schedule } = writtenOf(kept);
  const until = Date.parse(schedule.until);
  const live = { ruleId, rule: { ...rule.data, schedule: { from, until } }, title, reason };
  return [{ approvedAt, live, bounds: budget }];
}

function stepOf({ act, at }: IncentiveRuleStep): readonly LineStep[] {
  const known = ACTS.find((each) => each === act);
  return known === undefined ? [] : [{ act: known, at }];
}
