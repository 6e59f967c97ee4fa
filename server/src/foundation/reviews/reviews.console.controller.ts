import { Body, Controller, Param, Query } from '@nestjs/common';
import { PublicId } from '@siyu/shared/contracts/primitives';
import { DecideReview, ReviewListQuery, ReviewRow, ReviewRows } from '@siyu/shared/contracts/reviews';
import { reviewsRoutes } from '@siyu/shared/contracts/reviews.routes';
import type { z } from 'zod';
import { Database } from '../../platform/database/index.ts';
import { Access, Bind, Caller, type Principal } from '../../platform/http/index.ts';
import { ReviewList } from './review-list.ts';
import { Reviews } from './reviews.service.ts';

@Controller()
export class ReviewsConsoleController {
  constructor(
    private readonly database: Database,
    private readonly reviews: Reviews,
    private readonly list: ReviewList,
  ) {}

  @Bind(reviewsRoutes.listReviews, { response: ReviewRows })
  @Access({ audience: 'staff', roles: ['compliance', 'operator', 'adviser'] })
  listReviews(
    @Query({ schema: ReviewListQuery }) query: z.output<typeof ReviewListQuery>,
  ): Promise<ReviewRows> {
    return this.list.listReviews(query);
  }

  @Bind(reviewsRoutes.decideReview, { response: ReviewRow })
  @Access({ audience: 'staff', roles: ['compliance'] })
  async decideReview(
    @Caller() decider: Principal,
    @Param('reviewId', { schema: PublicId }) reviewId: string,
    @Body({ schema: DecideReview }) body: DecideReview,
  ): Promise<ReviewRow> {
    const { isApproved, comment, subjectSha256: sha256, lookedAt } = body;
    await this.database.runInTransaction((tx) =>
      this.reviews.decide(tx, { reviewId, isApproved, comment, sha256, decider, lookedAt }),
    );
    return this.list.getReview(reviewId);
  }
}
