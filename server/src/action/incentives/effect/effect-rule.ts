import { type EarningEvent, prepareRules } from '@siyu/shared/incentives';
import type { EntityManager } from 'typeorm';
import { among, selectRows } from '../../../platform/database/index.ts';
import { FrozenRule } from '../rules/frozen-rule.ts';
import { IncentiveRuleVersion } from '../rules/incentive-rule.entity.ts';

/** A rule as its effect is counted: over the days in which it has held out the share that it holds out now. */
export interface EffectRule {
  readonly ruleNo: number;
  /** The latest one, and when it began. */
  readonly version: number;
  readonly validFrom: number;
  readonly when: EarningEvent;
  readonly holdoutPercent: number;
  /** Of the lot by which awards are decided. */
  readonly salt: string;
  /** Epoch milliseconds, `until` exclusive. */
  readonly from: number;
  readonly until: number;
}

/**
 * Of rules that were approved, each with the days that can be compared: those of the latest version and of the ones just
 * before it that hold out the same share for the same event. A rule that holds nobody out is left out.
 */
export async function readEffectRules(
  manager: EntityManager,
  ruleIds: readonly string[],
): Promise<readonly EffectRule[]> {
  if (ruleIds.length === 0) return [];
  const kept = await selectRows(manager, IncentiveRuleVersion, among('rule_id', ruleIds));
  return ruleIds.flatMap((ruleId) => {
    const own = kept.filter((each) => each.ruleId === ruleId).sort((a, b) => b.version - a.version);
    return comparedOf(own.flatMap(versionOf)) ?? [];
  });
}

function versionOf({ frozen, validFrom: from, validUntil: until }: IncentiveRuleVersion): EffectRule[] {
  const read = FrozenRule.safeParse(JSON.parse(frozen));
  const prepared = read.success
    ? prepareRules([{ ...read.data, schedule: { from, until } }]).all[0]
    : undefined;
  if (prepared === undefined) return [];
  const { ruleNo, version, when, holdoutPercent } = prepared.rule;
  return [{ ruleNo, version, validFrom: from, when, holdoutPercent, salt: prepared.salt, from, until }];
}

/** @param versions the latest first */
function comparedOf([latest, ...earlier]: readonly EffectRule[]): EffectRule | null {
  if (latest === undefined || latest.holdoutPercent === 0) return null;
  const other = earlier.findIndex(
    ({ when, holdoutPercent }) => when !== latest.when || holdoutPercent !== latest.holdoutPercent,
  );
  const same = other === -1 ? earlier : earlier.slice(0, other);
  return { ...latest, from: Math.min(latest.from, ...same.map(({ from }) => from)) };
}
