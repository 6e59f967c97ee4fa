import { Injectable } from '@nestjs/common';
import { guardRule, prepareRules } from '@siyu/shared/incentives';
import type { EntityManager } from 'typeorm';
import { Clock } from '../../../platform/clock/index.ts';
import { IncentiveLimits } from '../limits/incentive-limits.ts';
import { type LiveRule, LiveRules } from '../rules/live-rules.ts';
import { guardedItems, RuleItems } from '../rules/rule-items.ts';
import type { RulesInForce } from './plan-awards.ts';

export interface GuardedRulesInForce extends RulesInForce {
  readonly pointCostMilliFen: number;
}

/** The rules that give something now, each asked of the guard again with the limits of today. */
@Injectable()
export class GuardedRules {
  #known: {
    readonly rules: readonly LiveRule[];
    readonly version: number;
    /** What they give of the catalogue, as it stood. */
    readonly given: string;
    readonly inForce: GuardedRulesInForce;
  } | null = null;

  constructor(
    private readonly clock: Clock,
    private readonly live: LiveRules,
    private readonly limits: IncentiveLimits,
    private readonly items: RuleItems,
  ) {}

  async inForce(manager: EntityManager): Promise<GuardedRulesInForce> {
    const rules = await this.live.list(manager);
    const { value, version } = await this.limits.at(this.clock.now());
    const items = await this.items.givenBy(
      manager,
      rules.map(({ rule }) => rule.then),
    );
    const given = JSON.stringify([...items]);
    const known = this.#known;
    if (known?.rules === rules && known.version === version && known.given === given) return known.inForce;
    const context = {
      yearlyCapFen: value.yearlyCapFen,
      pointCostMilliFen: value.pointCostMilliFen,
      arePhysicalGiftsAllowed: value.physicalGifts !== null,
      items: guardedItems(items),
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
    this.#known = { rules, version, given, inForce };
    return inForce;
  }

  /** The same, as if each had given something since then, for a firm that is loaded with its past. */
  async inForceSince(manager: EntityManager, from: number): Promise<GuardedRulesInForce> {
    const inForce = await this.inForce(manager);
    const rules = inForce.prepared.all.map(({ rule }) => ({ ...rule, schedule: { ...rule.schedule, from } }));
    return { ...inForce, prepared: prepareRules(rules) };
  }
}
