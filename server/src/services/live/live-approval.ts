import { Injectable, type OnModuleInit } from '@nestjs/common';
import { LIVE_SUBJECT } from '@siyu/shared/contracts/live.limits';
import { type DecidedReview, Reviews } from '../../foundation/reviews/index.ts';
import type { Transaction } from '../../platform/database/index.ts';
import { authorMayNotReview, changedSinceReview } from './live.errors.ts';
import { LiveSteps } from './live-steps.ts';

/** The answer of the second pair of eyes, in the transaction of the decision (REQ-PUB-1). */
@Injectable()
export class LiveApproval implements OnModuleInit {
  constructor(
    private readonly reviews: Reviews,
    private readonly steps: LiveSteps,
  ) {}

  onModuleInit(): void {
    this.reviews.onDecided(LIVE_SUBJECT, (tx, review) => this.#decide(tx, review));
  }

  async #decide(
    tx: Transaction,
    { subjectId, version, sha256, isApproved, decider }: DecidedReview,
  ): Promise<void> {
    const live = await this.steps.lock(tx, subjectId);
    if (live.editorIds.includes(decider.id) || live.hostId === decider.id) throw authorMayNotReview();
    if (live.version !== version || live.planSha256 !== sha256) throw changedSinceReview();
    const act = isApproved ? 'APPROVE' : 'RETURN';
    await this.steps.take(tx, live, decider, { act, inputs: { version, sha256 } });
  }
}
