import { Injectable } from '@nestjs/common';
import type { AwardRule } from '@siyu/shared/incentives';
import type { EntityManager } from 'typeorm';
import { z } from 'zod';
import { Clock } from '../../../platform/clock/index.ts';
import { among, selectRows } from '../../../platform/database/index.ts';
import { Logger } from '../../../platform/logging/index.ts';
import { FrozenRule } from './frozen-rule.ts';
import { IncentiveRuleVersion } from './incentive-rule.entity.ts';
import { writtenOf } from './rule-draft.ts';

/** So long after its last day a version still answers for facts of its days that come late. */
export const LATE_MS = 7 * 86_400_000;

/** A version of a rule that awards, with what members read of it. */
export interface LiveRule {
  readonly ruleId: string;
  readonly rule: AwardRule;
  readonly title: string;
  /** Why they are thanked. */
  readonly reason: string;
}

const Heads = z.array(
  z.object({
    ruleId: z.string(),
    version: z.number(),
    validFrom: z.coerce.number(),
    validUntil: z.coerce.number(),
  }),
);
const HEADS = `SELECT v.rule_id AS ruleId, v.version, v.valid_from AS validFrom, v.valid_until AS validUntil
  FROM incentive_rules r JOIN incentive_rule_versions v ON v.rule_id = r.rule_id
  WHERE r.state = 'OPEN' AND v.valid_until > ? AND v.valid_until > v.valid_from ORDER BY r.rule_no, v.version`;

/** The rules that give something, each asked for by what is committed; what a version says is read once, since none changes. */
@Injectable()
export class LiveRules {
  #known: { readonly of: string; readonly rules: readonly LiveRule[] } = { of: '[]', rules: [] };

  constructor(
    private readonly clock: Clock,
    private readonly logger: Logger,
  ) {}

  /**
   * Versions of open rules whose days are not long over, in the order of their numbers; of one rule there may be two, whose
   * days do not overlap. Paused, exhausted and retired rules give nothing, whenever the fact occurred.
   * @param manager of the transaction whose locks decide which versions count
   */
  async list(manager: EntityManager): Promise<readonly LiveRule[]> {
    const heads = Heads.parse(await manager.query(HEADS, [this.clock.now() - LATE_MS]));
    const of = JSON.stringify(heads);
    if (of === this.#known.of) return this.#known.rules;
    const rules = await this.#read(manager, heads);
    this.#known = { of, rules };
    return rules;
  }

  async #read(manager: EntityManager, heads: z.infer<typeof Heads>): Promise<readonly LiveRule[]> {
    if (heads.length === 0) return [];
    const found = await selectRows(
      manager,
      IncentiveRuleVersion,
      among('rule_id', [...new Set(heads.map(({ ruleId }) => ruleId))]),
    );
    const versions = new Map(found.map((each) => [`${each.ruleId} ${each.version}`, each]));
    return heads.flatMap(({ ruleId, version, validFrom, validUntil }) => {
      const kept = versions.get(`${ruleId} ${version}`);
      const frozen = FrozenRule.safeParse(JSON.parse(kept?.frozen ?? 'null'));
      if (kept === undefined || !frozen.success) {
        // Such as after an operator of conditions is gone: it gives nothing until somebody writes it anew.
        this.logger.error('a live incentive rule is not whole', { ruleId, version });
        return [];
      }
      const { title, reason } = writtenOf(kept);
      const schedule = { from: validFrom, until: validUntil };
      return [{ ruleId, rule: { ...frozen.data, schedule }, title, reason }];
    });
  }
}
