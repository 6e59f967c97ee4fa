import { Injectable } from '@nestjs/common';
import {
  INCENTIVE_SUBJECT,
  type IncentiveMove,
  ROLES_OF_INCENTIVE_MOVE,
} from '@siyu/shared/contracts/incentive-rules.limits';
import { Reviews } from '../../../foundation/reviews/index.ts';
import { Database, type Transaction } from '../../../platform/database/index.ts';
import type { Principal } from '../../../platform/http/index.ts';
import { FrozenRule } from './frozen-rule.ts';
import { IncentiveBudget, type IncentiveRule, IncentiveRuleVersion } from './incentive-rule.entity.ts';
import { RuleSteps, stateOf } from './rule-steps.ts';
import { budgetEmpty, notYourMove } from './rules.errors.ts';

/** Pausing a rule, letting it go on, and ending it: at once, and never to more than was approved. */
@Injectable()
export class RuleMoves {
  constructor(
    private readonly database: Database,
    private readonly reviews: Reviews,
    private readonly steps: RuleSteps,
  ) {}

  /**
   * @throws {AppError} incentives.rule_not_found, incentives.not_your_move, incentives.act_refused,
   * incentives.budget_empty
   */
  async move(actor: Principal, ruleId: string, act: IncentiveMove, reason: string): Promise<void> {
    if (!ROLES_OF_INCENTIVE_MOVE[act].some((role) => actor.roles.includes(role))) throw notYourMove();
    await this.database.runInTransaction(async (tx) => {
      const rule = await this.steps.lock(tx, ruleId);
      if (act === 'RESUME' && stateOf(rule) === 'EXHAUSTED') await this.#requireRoom(tx, rule);
      if (act === 'RETIRE') await this.reviews.supersede(tx, INCENTIVE_SUBJECT, ruleId, actor);
      const change = act === 'RETIRE' ? { reviewId: null } : {};
      await this.steps.take(tx, rule, actor, { act, reason, change });
    });
  }

  /** Awards were reversed meanwhile, so that one more has room. */
  async #requireRoom(
    { manager }: Transaction,
    { ruleId, ruleNo, latestVersion }: IncentiveRule,
  ): Promise<void> {
    const budget = await manager.findOneByOrFail(IncentiveBudget, { ruleNo });
    const { frozen } = await manager.findOneByOrFail(IncentiveRuleVersion, {
      ruleId,
      version: latestVersion,
    });
    const { valueFen } = FrozenRule.parse(JSON.parse(frozen));
    const hasRoom =
      budget.awardsUsed < budget.awardsMax && budget.valueFenUsed + valueFen <= budget.valueFenMax;
    if (!hasRoom) throw budgetEmpty();
  }
}
