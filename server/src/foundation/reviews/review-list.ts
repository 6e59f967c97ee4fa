import { Injectable } from '@nestjs/common';
import { REVIEW_STATES, type ReviewRow, type ReviewRows } from '@siyu/shared/contracts/reviews';
import { In } from 'typeorm';
import { z } from 'zod';
import { Database } from '../../platform/database/index.ts';
import { decodeCursor, encodeCursor } from '../../platform/http/index.ts';
import { StaffDirectory } from '../organisation/index.ts';
import { Review } from './review.entity.ts';
import { reviewNotFound } from './reviews.errors.ts';

const Position = z.tuple([z.int(), z.string()]);
export interface ReviewFilter {
  readonly limit: number;
  readonly cursor?: string | undefined;
  readonly state?: (typeof REVIEW_STATES)[number] | undefined;
}
export interface LastReview {
  readonly isApproved: boolean;
  readonly comment: string;
  readonly reviewerName: string;
  readonly decidedAt: string;
}

/** Reads reviews with the names of the people in them. */
@Injectable()
export class ReviewList {
  constructor(
    private readonly database: Database,
    private readonly staff: StaffDirectory,
  ) {}

  /** The latest first. */
  async listReviews({ limit, cursor, state }: ReviewFilter): Promise<ReviewRows> {
    const matching = this.database.read.createQueryBuilder(Review, 'review');
    if (state !== undefined) matching.where('review.state = :state', { state });
    const total = await matching.getCount();
    const after = decodeCursor(cursor, Position);
    if (after !== null) {
      const [requestedAt, reviewId] = after;
      matching.andWhere(
        '(review.requestedAt < :requestedAt OR (review.requestedAt = :requestedAt AND review.reviewId < :reviewId))',
        { requestedAt, reviewId },
      );
    }
    const found = await matching
      .orderBy('review.requestedAt', 'DESC')
      .addOrderBy('review.reviewId', 'DESC')
      .limit(limit + 1)
      .getMany();
    const page = found.slice(0, limit);
    const last = found.length > limit ? page.at(-1) : undefined;
    const nextCursor = last === undefined ? null : encodeCursor([last.requestedAt, last.reviewId]);
    return { rows: await this.#rowsOf(page), total, nextCursor };
  }

  /** When versions of these were approved, ascending. */
  async approvalsOf(
    subjectKind: string,
    subjectIds: readonly string[],
  ): Promise<readonly { readonly subjectId: string; readonly decidedAt: number }[]> {
    const approved = await this.database.read.find(Review, {
      select: { reviewId: true, subjectId: true, decidedAt: true },
      where: { subjectKind, subjectId: In([...subjectIds]), state: 'APPROVED' },
      order: { decidedAt: 'ASC' },
    });
    return approved.map(({ subjectId, decidedAt }) => ({ subjectId, decidedAt: decidedAt ?? 0 }));
  }

  async getReview(reviewId: string): Promise<ReviewRow> {
    const review = await this.database.read.findOneBy(Review, { reviewId });
    const [row] = review === null ? [] : await this.#rowsOf([review]);
    if (row === undefined) throw reviewNotFound();
    return row;
  }

  /** The request about a subject that nobody has decided on. */
  async findOpen(subjectKind: string, subjectId: string): Promise<ReviewRow | null> {
    const review = await this.database.read.findOneBy(Review, { subjectKind, subjectId, state: 'OPEN' });
    const [row = null] = review === null ? [] : await this.#rowsOf([review]);
    return row;
  }

  /** The last decision on a subject, whatever its version. */
  async findLastDecision(subjectKind: string, subjectId: string): Promise<LastReview | null> {
    const review = await this.database.read
      .createQueryBuilder(Review, 'review')
      .where({ subjectKind, subjectId })
      .andWhere('review.reviewerId IS NOT NULL')
      .orderBy('review.decidedAt', 'DESC')
      .addOrderBy('review.reviewId', 'DESC')
      .limit(1)
      .getOne();
    const [row] = review === null ? [] : await this.#rowsOf([review]);
    if (row === undefined || row.decidedAt === null) return null;
    const { comment, reviewerName, decidedAt } = row;
    return {
      isApproved: row.state === 'APPROVED',
      comment: comment ?? '',
      reviewerName: reviewerName ?? '',
      decidedAt,
    };
  }

  async #rowsOf(reviews: readonly Review[]): Promise<ReviewRow[]> {
    const people = reviews.flatMap(({ requesterId, reviewerId }) => [
      requesterId,
      ...(reviewerId === null ? [] : [reviewerId]),
    ]);
    const staff = await this.staff.listStaffByIds(people);
    return reviews.map((review) => ({
      reviewId: review.reviewId,
      subjectKind: review.subjectKind,
      subjectId: review.subjectId,
      subjectTitle: review.subjectTitle,
      subjectVersion: review.subjectVersion,
      subjectSha256: review.subjectSha256,
      state: REVIEW_STATES.find((state) => state === review.state) ?? 'SUPERSEDED',
      requesterId: review.requesterId,
      requesterName: staff.get(review.requesterId)?.name ?? '',
      requestedAt: new Date(review.requestedAt).toISOString(),
      reviewerName: review.reviewerId === null ? null : (staff.get(review.reviewerId)?.name ?? ''),
      decidedAt: review.decidedAt === null ? null : new Date(review.decidedAt).toISOString(),
      comment: review.comment,
    }));
  }
}
