export { ReviewList, type LastReview } from './review-list.ts';
export { ReviewsModule } from './reviews.module.ts';
export { Reviews, type DecidedReview, type ReviewDecision, type ReviewRequest } from './reviews.service.ts';
