import { Injectable } from '@nestjs/common';
import { Clock, Randomness } from '../../platform/clock/index.ts';
import type { Transaction } from '../../platform/database/index.ts';
import type { Principal } from '../../platform/http/index.ts';
import { Audit } from '../audit/index.ts';
import { Review } from './review.entity.ts';
import { alreadyOpen, hashDiffers, ownRequest, reviewClosed, reviewNotFound } from './reviews.errors.ts';

export interface ReviewRequest {
  readonly subjectKind: string;
  readonly subjectId: string;
  readonly subjectTitle: string;
  readonly version: number;
  readonly sha256: string;
  readonly requester: Principal;
}
export interface ReviewDecision {
  readonly reviewId: string;
  readonly isApproved: boolean;
  readonly comment: string;
  /** The hash of what the reviewer saw. */
  readonly sha256: string;
  readonly decider: Principal;
  /** Places of the subject the reviewer looked at one by one. */
  readonly lookedAt?: readonly string[] | undefined;
}
/** What a module that asked for a review is told when it has been decided. */
export interface DecidedReview {
  readonly reviewId: string;
  readonly subjectKind: string;
  readonly subjectId: string;
  readonly version: number;
  readonly sha256: string;
  readonly isApproved: boolean;
  readonly comment: string;
  readonly decider: Principal;
  readonly lookedAt: readonly string[];
}
type OnDecided = (tx: Transaction, review: DecidedReview) => Promise<void>;

/** Four eyes for anything: nobody decides on their own request, nor on another text than the one asked for. */
@Injectable()
export class Reviews {
  readonly #handlers = new Map<string, OnDecided>();

  constructor(
    private readonly clock: Clock,
    private readonly randomness: Randomness,
    private readonly audit: Audit,
  ) {}

  /** The module that owns a kind of subject hears of decisions inside their transaction, and may refuse them by throwing. */
  onDecided(subjectKind: string, handler: OnDecided): void {
    if (this.#handlers.has(subjectKind)) throw new Error(`reviews of ${subjectKind} already have a handler`);
    this.#handlers.set(subjectKind, handler);
  }

  /** Opens a review. A subject has one open review at a time. */
  async request(tx: Transaction, request: ReviewRequest): Promise<string> {
    const { subjectKind, subjectId, subjectTitle, version, sha256, requester } = request;
    const reviewId = this.randomness.uuid();
    const openKey = openKeyOf(subjectKind, subjectId);
    const row = {
      reviewId,
      subjectKind,
      subjectId,
      subjectTitle,
      subjectVersion: version,
      subjectSha256: sha256,
      state: 'OPEN',
      openKey,
      requesterId: requester.id,
      requestedAt: this.clock.now(),
      reviewerId: null,
      decidedAt: null,
      comment: null,
      lookedAt: null,
    };
    await tx.manager
      .createQueryBuilder()
      .insert()
      .into(Review)
      .values(row)
      .orIgnore()
      .updateEntity(false)
      .execute();
    const open = await tx.manager.findOneBy(Review, { openKey });
    if (open?.reviewId !== reviewId) throw alreadyOpen();
    await this.audit.record(tx, {
      actor: requester,
      action: 'reviews.request',
      subjectKind: 'review',
      subjectId: reviewId,
      inputs: { subjectKind, subjectId, version, sha256 },
    });
    return reviewId;
  }

  /** Ends the open review of a subject that is being changed; without one nothing happens. */
  async supersede(
    tx: Transaction,
    subjectKind: string,
    subjectId: string,
    actor: Principal | 'system',
  ): Promise<void> {
    const open = await tx.manager.findOneBy(Review, { openKey: openKeyOf(subjectKind, subjectId) });
    if (open === null) return;
    await this.#close(tx, open.reviewId, { state: 'SUPERSEDED', decidedAt: this.clock.now() });
    await this.audit.record(tx, {
      actor,
      action: 'reviews.supersede',
      subjectKind: 'review',
      subjectId: open.reviewId,
    });
  }

  async decide(tx: Transaction, decision: ReviewDecision): Promise<void> {
    const { reviewId, isApproved, comment, sha256, decider, lookedAt = [] } = decision;
    const review = await tx.manager.findOneBy(Review, { reviewId });
    if (review === null) throw reviewNotFound();
    if (review.requesterId === decider.id) throw ownRequest();
    if (review.subjectSha256 !== sha256) throw hashDiffers();
    const decidedAt = this.clock.now();
    const state = isApproved ? 'APPROVED' : 'REJECTED';
    await this.#close(tx, reviewId, {
      state,
      decidedAt,
      comment,
      reviewerId: decider.id,
      lookedAt: [...lookedAt],
    });
    const { subjectKind, subjectId, subjectVersion: version } = review;
    await this.#handlers.get(subjectKind)?.(tx, {
      reviewId,
      subjectKind,
      subjectId,
      version,
      sha256,
      isApproved,
      comment,
      decider,
      lookedAt,
    });
    await this.audit.record(tx, {
      actor: decider,
      action: isApproved ? 'reviews.approve' : 'reviews.reject',
      subjectKind: 'review',
      subjectId: reviewId,
      inputs: {
        subjectKind,
        subjectId,
        version,
        sha256,
        ...(lookedAt.length > 0 && { lookedAt: [...lookedAt] }),
      },
    });
  }

  /** What the reviewer ticked as looked at. */
  async lookedAt(tx: Transaction, reviewId: string): Promise<readonly string[]> {
    return (await tx.manager.findOneBy(Review, { reviewId }))?.lookedAt ?? [];
  }

  /** One conditional update: of two people who decide at once, the second changes nothing and is told so. */
  async #close(tx: Transaction, reviewId: string, values: Partial<Review>): Promise<void> {
    const { affected } = await tx.manager
      .createQueryBuilder()
      .update(Review)
      .set({ ...values, openKey: null })
      .where({ reviewId, state: 'OPEN' })
      .execute();
    if (affected !== 1) throw reviewClosed();
  }
}

const openKeyOf = (subjectKind: string, subjectId: string): string => `${subjectKind}:${subjectId}`;
