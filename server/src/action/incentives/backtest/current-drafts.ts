import { Injectable } from '@nestjs/common';
import type { IncentiveDraft } from '@siyu/shared/contracts/incentive-rules';
import type { Refusal } from '@siyu/shared/incentives';
import type { EntityManager } from 'typeorm';
import { FrozenRule } from '../rules/frozen-rule.ts';
import { type IncentiveRule, IncentiveRuleVersion } from '../rules/incentive-rule.entity.ts';
import { RuleChecks } from '../rules/rule-checks.ts';
import { draftOf, writtenOf } from '../rules/rule-draft.ts';
import { nextOf } from '../rules/rule-writing.ts';

/** What a rule says now, as it would be decided by. */
export interface CurrentDraft {
  readonly draft: IncentiveDraft;
  /** Null when the guard refuses it. */
  readonly frozen: FrozenRule | null;
  readonly refusals: readonly Refusal[];
  /** The same over which a reviewer is asked, so that both speak of one thing. */
  readonly sha256: string;
}

/** What is tested of a rule: what is written and not approved; where all of it is approved, that. */
@Injectable()
export class CurrentDrafts {
  constructor(private readonly checks: RuleChecks) {}

  async of(manager: EntityManager, rule: IncentiveRule): Promise<CurrentDraft> {
    const draft = draftOf(rule);
    if (draft !== null) return { draft, ...(await this.checks.check(manager, draft, nextOf(rule))) };
    const { ruleId, latestVersion: version } = rule;
    const approved = await manager.findOneByOrFail(IncentiveRuleVersion, { ruleId, version });
    const frozen = FrozenRule.parse(JSON.parse(approved.frozen));
    return { draft: writtenOf(approved), frozen, refusals: [], sha256: approved.sha256 };
  }
}
