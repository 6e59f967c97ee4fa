import { Injectable } from '@nestjs/common';
import type { IncentiveEffect } from '@siyu/shared/contracts/incentive-effects';
import { Database } from '../../../platform/database/index.ts';
import { IncentiveRule } from '../rules/incentive-rule.entity.ts';
import { ruleNotFound } from '../rules/rules.errors.ts';
import { EffectCount } from './count-effect.ts';
import { readEffectRules } from './effect-rule.ts';
import { effectOf } from './effect-view.ts';
import { IncentiveEffectRow } from './incentive-effect.entity.ts';

/** What is known of the effect of a rule. */
@Injectable()
export class RuleEffects {
  constructor(private readonly database: Database) {}

  /** @throws {AppError} incentives.rule_not_found */
  async get(ruleId: string): Promise<IncentiveEffect> {
    const { read } = this.database;
    const rule = await read.findOneBy(IncentiveRule, { ruleId });
    if (rule === null) throw ruleNotFound();
    if (rule.latestVersion === 0) return { ruleId, state: 'NOT_LIVE', counted: null };
    if ((await readEffectRules(read, [ruleId])).length === 0)
      return { ruleId, state: 'NO_HOLDOUT', counted: null };
    const { ruleNo, latestVersion: version } = rule;
    const row = await read.findOneBy(IncentiveEffectRow, { ruleNo, version });
    if (row === null) return { ruleId, state: 'WAITING', counted: null };
    return { ruleId, state: 'COUNTED', counted: effectOf(EffectCount.parse(row.figures), row.countedAt) };
  }
}
