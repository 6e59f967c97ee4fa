import { matchReasonSentences } from '@siyu/shared/messages';
import type { MatchReason } from '@siyu/shared/suitability';
import { AppError } from '../../../platform/http/index.ts';

export const consentRequired = () => new AppError('identity.consent_required', 403);
/** Not there, not sold, or not for whoever asks: nobody learns which (REQ-SUIT-12). */
export const productUnknown = () => new AppError('suitability.product_unknown', 404);
/** For whoever takes evidence. */
export const evidenceMemberNotFound = () => new AppError('identity.member_not_found', 404);
export const productNotShown = () => new AppError('suitability.product_not_shown', 404);
/** With everything that speaks against it. */
export const matchRefused = (reasons: readonly MatchReason[]) =>
  new AppError('suitability.refused', 403, {
    why: reasons.map((reason) => matchReasonSentences[reason].replace(/。$/, '')).join('；'),
  });
export const noticesDue = () => new AppError('suitability.notices_due', 409);
export const stillCooling = () => new AppError('suitability.cooling', 409);
/** Notices are read in their order. */
export const noticeNotDue = () => new AppError('suitability.notice_not_due', 409);
export const noticeTextChanged = () => new AppError('suitability.notice_text_changed', 409);
export const noticeUnread = () => new AppError('suitability.notice_unread', 409);
export const answersMissing = () => new AppError('suitability.answers_missing', 422);
