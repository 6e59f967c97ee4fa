import { brakesRoutes } from '@siyu/shared/contracts/brakes.routes';
import { reviewsRoutes } from '@siyu/shared/contracts/reviews.routes';
import { signInStaff } from './client.ts';
import type { Whole } from './whole.ts';

/** Lets everything go on that somebody stopped, as two people do. */
export async function letGo(whole: Whole): Promise<void> {
  const [operator, compliance] = [
    await signInStaff(whole, 'operator'),
    await signInStaff(whole, 'compliance'),
  ];
  const { rows: brakes } = await operator.call(brakesRoutes.listBrakes, { query: { limit: 50 } });
  for (const { brakeId, mayAsk } of brakes) {
    const params = { brakeId };
    if (mayAsk) await operator.call(brakesRoutes.askRelease, { params, body: { reason: '核对无误' } });
    const { rows: reviews } = await compliance.call(reviewsRoutes.listReviews, { query: { state: 'OPEN' } });
    const review = reviews.find(({ subjectId }) => subjectId === brakeId);
    if (review === undefined) throw new Error(`nobody asked for the release of ${brakeId}`);
    const { reviewId, subjectSha256 } = review;
    const body = { isApproved: true, comment: '', subjectSha256 };
    await compliance.call(reviewsRoutes.decideReview, { params: { reviewId }, body });
  }
}
