import { Injectable } from '@nestjs/common';
import { guardRule, prepareRules } from '@siyu/shared/incentives';
import type { EntityManager } from 'typeorm';
import { Clock } from '../../../platform/clock/index.ts';
import { IncentiveLimits } from '../limits/incentive-limits.ts';
import { type LiveRule, LiveRules } from '../rules/live-rules.ts';
import type { RulesInForce } from './plan-awards.ts';

export interface GuardedRulesInForce extends RulesInForce {
  /** Whether the guard of today refuses what it let pass when the rule was approved (G-03). */
  readonly isRefused: (live: LiveRule) => boolean;
  readonly pointCostMilliFen: number;
}

/** The rules that give something now, each asked of the guard again with the limits of today. */
@Injectable()
export class GuardedRules {
  #known: {
    readonly rules: readonly LiveRule[];
    readonly version: number;
    readonly inForce: GuardedRulesInForce;
  } | null = null;

  constructor(
    private readonly clock: Clock,
    private readonly live: LiveRules,
    private readonly limits: IncentiveLimits,
  ) {}

  async inForce(manager: EntityManager): Promise<GuardedRulesInForce> {
    const rules = await this.live.list(manager);
    const { value, version } = await this.limits.at(this.clock.now());
    if (this.#known?.rules === rules && this.#known.version === version) return this.#known.inForce;
    const context = {
      yearlyCapFen: value.yearlyCapFen,
      pointCostMilliFen: value.pointCostMilliFen,
      arePhysicalGiftsAllowed: value.physicalGifts !== null,
      // No rule gives an item of the catalogue.
      items: new Map(),
    };
    const refused = new Set(rules.filter(({ rule }) => guardRule(rule, context).length > 0));
    const byVersion = new Map(rules.map((each) => [`${each.rule.ruleNo} ${each.rule.version}`, each]));
    const inForce = {
      prepared: prepareRules(rules.map(({ rule }) => rule)),
      liveOf: (ruleNo: number, of: number) => byVersion.get(`${ruleNo} ${of}`),
      isRefused: (each: LiveRule) => refused.has(each),
      yearlyCapFen: value.yearlyCapFen,
      pointCostMilliFen: value.pointCostMilliFen,
    };
    this.#known = { rules, version, inForce };
    return inForce;
  }
}
