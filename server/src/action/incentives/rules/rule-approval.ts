import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { IncentiveDraft } from '@siyu/shared/contracts/incentive-rules';
import { INCENTIVE_SUBJECT } from '@siyu/shared/contracts/incentive-rules.limits';
import { type DecidedReview, Reviews } from '../../../foundation/reviews/index.ts';
import { Clock } from '../../../platform/clock/index.ts';
import { insertRows, type Transaction } from '../../../platform/database/index.ts';
import { Budgets } from './budgets.ts';
import type { FrozenRule } from './frozen-rule.ts';
import { IncentiveRule, IncentiveRuleVersion } from './incentive-rule.entity.ts';
import { RuleChecks } from './rule-checks.ts';
import { draftOf } from './rule-draft.ts';
import { RuleSteps } from './rule-steps.ts';
import { nextOf } from './rule-writing.ts';
import { changedSinceReview, daysPast, editorMayNotReview, guardRefused } from './rules.errors.ts';

/** The answer of the second pair of eyes, in the transaction of the decision (REQ-INC-4). */
@Injectable()
export class RuleApproval implements OnModuleInit {
  constructor(
    private readonly clock: Clock,
    private readonly reviews: Reviews,
    private readonly steps: RuleSteps,
    private readonly checks: RuleChecks,
    private readonly budgets: Budgets,
  ) {}

  onModuleInit(): void {
    this.reviews.onDecided(INCENTIVE_SUBJECT, (tx, review) => this.#decide(tx, review));
  }

  async #decide(tx: Transaction, review: DecidedReview): Promise<void> {
    const { subjectId: ruleId, version, sha256, isApproved, decider, reviewId } = review;
    const rule = await this.steps.lock(tx, ruleId);
    const draft = draftOf(rule);
    if (draft === null || rule.reviewId !== reviewId) throw changedSinceReview();
    if (rule.editorIds.includes(decider.id)) throw editorMayNotReview();
    const inputs = { version, sha256 };
    if (!isApproved)
      return this.steps.take(tx, rule, decider, { act: 'RETURN', change: { reviewId: null }, inputs });
    const { refusals, frozen, sha256: current } = await this.checks.check(tx.manager, draft, nextOf(rule));
    if (frozen === null) throw guardRefused(refusals);
    // A segment it names, or what a point costs, is not what the reviewer saw.
    if (current !== sha256 || frozen.version !== version) throw changedSinceReview();
    const days = await this.#append(tx, rule, draft, frozen, review);
    await this.steps.take(tx, rule, decider, {
      act: 'APPROVE',
      change: { draft: null, reviewId: null, editorIds: [], latestVersion: version },
      inputs: { ...inputs, ...days },
    });
  }

  /** The version as it will be decided by; from its first day on the one before it is over. */
  async #append(
    tx: Transaction,
    { ruleId, ruleNo, authorId }: IncentiveRule,
    draft: IncentiveDraft,
    frozen: FrozenRule,
    { version, sha256, reviewId, decider }: DecidedReview,
  ) {
    const approvedAt = this.clock.now();
    const { from, until } = draft.schedule;
    const validFrom = from === null ? approvedAt : Math.max(approvedAt, Date.parse(from));
    const validUntil = Date.parse(until);
    if (validUntil <= validFrom) throw daysPast();
    await this.budgets.bound(tx, ruleNo, draft.budget);
    await tx.manager
      .createQueryBuilder()
      .update(IncentiveRuleVersion)
      .set({ validUntil: validFrom })
      .where('rule_id = :ruleId AND valid_until > :validFrom', { ruleId, validFrom })
      .execute();
    const row: IncentiveRuleVersion = {
      ruleId,
      version,
      written: JSON.stringify(draft),
      frozen: JSON.stringify(frozen),
      sha256,
      authorId,
      reviewId,
      approvedById: decider.id,
      approvedAt,
      validFrom,
      validUntil,
    };
    await insertRows(tx, IncentiveRuleVersion, [row]);
    return { validFrom, validUntil };
  }
}
