import { AppError, PlacedRefusal } from '../../platform/http/index.ts';

/** There is none, or none that the caller may see: the two look alike. */
export const groupOutOfReach = () => new AppError('communities.group_out_of_reach', 404);
export const groupDissolved = () => new AppError('communities.group_dissolved', 409);
export const noticeNotFound = () => new AppError('communities.notice_not_found', 404);
/** Members have seen it, or it was withdrawn. */
export const noticeNotOpen = () => new AppError('communities.notice_not_open', 409);
export const noticeChanged = () => new AppError('communities.notice_changed', 409);
export const authorMayNotReview = () => new AppError('communities.author_may_not_review', 403);
export const lessonNotPublished = () => new AppError('communities.lesson_not_published', 422);
export const tooManyLessons = (most: number) => new AppError('communities.too_many_lessons', 409, { most });
export const questionNotFound = () => new AppError('communities.question_not_found', 404);
export const questionDecided = () => new AppError('communities.question_decided', 409);
export const registrationRequired = () => new AppError('communities.registration_required', 403);

/** Places that only a reviewer's own look can let pass. */
export const noticeNotLookedAt = (issues: PlacedRefusal['issues']) =>
  new PlacedRefusal('communities.notice_not_looked_at', 422, issues);

/** What refusals of wording are called here. */
export const POST_WORDING = {
  refused: 'communities.wording_refused',
  doubtful: 'communities.answer_doubtful',
  action: 'communities.refuse_wording',
};
