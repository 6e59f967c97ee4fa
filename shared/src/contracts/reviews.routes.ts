import type { DecideReview, ReviewListQuery, ReviewRow, ReviewRows } from './reviews.ts';
import { defineRoute } from './route.ts';

export const reviewsRoutes = {
  listReviews: defineRoute<{ query: ReviewListQuery }, ReviewRows>(
    'reviews.listReviews',
    'staff',
    'GET',
    '/v1/console/reviews',
  ),
  decideReview: defineRoute<{ params: { reviewId: string }; body: DecideReview }, ReviewRow>(
    'reviews.decideReview',
    'staff',
    'POST',
    '/v1/console/reviews/:reviewId/decision',
  ),
} as const;
