import type { Refusal } from '@siyu/shared/incentives';
import { guardSentences } from '@siyu/shared/messages';
import { AppError, PlacedRefusal } from '../../../platform/http/index.ts';

export const itemNotFound = () => new AppError('catalogue.item_not_found', 404);
export const itemNotDraft = () => new AppError('catalogue.not_a_draft', 409);
/** Its terms are what members see now. */
export const itemPublished = () => new AppError('catalogue.published', 409);
export const itemNotPublished = () => new AppError('catalogue.not_published', 409);
export const itemChanged = () => new AppError('catalogue.changed', 409);
export const itemChangedSinceReview = () => new AppError('catalogue.changed_since_review', 409);
export const editorMayNotReview = () => new AppError('catalogue.editor_may_not_review', 403);
/** A course without a published path, a seat in a live that takes no reservations, or a target where none belongs. */
export const targetUnknown = () => new AppError('catalogue.target_unknown', 422);
/** Ends before it begins, or is over already. */
export const periodReversed = () => new AppError('catalogue.period_reversed', 422);
/** Less than is taken already. */
export const stockTooLow = (taken: number) => new AppError('catalogue.stock_too_low', 422, { taken });
/** What the law does not allow, with its requirement and place (REQ-INC-2). */
export const itemRefused = (refusals: readonly Refusal[]) =>
  new PlacedRefusal(
    'catalogue.item_refused',
    422,
    refusals.map(({ requirement, code, place }) => {
      return { path: place, message: `${requirement}：${guardSentences[code]}` };
    }),
  );
/** What refusals of wording are called here. */
export const ITEM_WORDING = {
  refused: 'catalogue.wording_refused',
  doubtful: 'catalogue.wording_refused',
  action: 'catalogue.refuse_wording',
};

/** Places that only the second person's own look can let pass. */
export const itemNotLookedAt = (issues: PlacedRefusal['issues']) =>
  new PlacedRefusal('catalogue.not_looked_at', 422, issues);

/** Not offered, or no longer. */
export const notOffered = () => new AppError('redemption.not_offered', 404);
export const soldOut = () => new AppError('redemption.sold_out', 409);
export const limitReached = (perMember: number) =>
  new AppError('redemption.limit_reached', 409, { perMember });
export const notEnoughPoints = (points: number) =>
  new AppError('redemption.not_enough_points', 409, { points });
export const couponNotValid = () => new AppError('redemption.coupon_not_valid', 409);
export const redemptionNotFound = () => new AppError('redemption.not_found', 404);
/** Something of it was used, or it has expired. */
export const notCancellable = () => new AppError('redemption.not_cancellable', 409);
