import { configurationRoutes } from '@siyu/shared/contracts/configuration.routes';
import { reviewsRoutes } from '@siyu/shared/contracts/reviews.routes';
import { signInStaff, type Whole } from '../harness/index.ts';

const KEY = 'notifications.contact-budget';

/** Tests run at any hour: two people of the firm decide that none of them is quiet, and how much a day may bring. */
export async function allowAnyHour(whole: Whole, often = { perDay: 3, perWeek: 9 }): Promise<void> {
  const operator = await signInStaff(whole, 'operator');
  const compliance = await signInStaff(whole, 'compliance');
  const params = { key: KEY };
  const { rows } = await operator.call(configurationRoutes.listVersions, { params, query: {} });
  const baseVersion = rows.find(({ isInForce }) => isInForce)?.version ?? 1;
  const value = { ...often, quietFrom: '00:00', quietUntil: '00:00' };
  const { configVersionId, sha256 } = await operator.call(configurationRoutes.proposeVersion, {
    params,
    body: { value, validFrom: null, baseVersion },
  });
  const reviews = await compliance.call(reviewsRoutes.listReviews, { query: { state: 'OPEN' } });
  const { reviewId = '' } = reviews.rows.find(({ subjectId }) => subjectId === configVersionId) ?? {};
  await compliance.call(reviewsRoutes.decideReview, {
    params: { reviewId },
    body: { isApproved: true, comment: '', subjectSha256: sha256 },
  });
}
