import { AppError } from '../../platform/http/index.ts';

/** No key of the member opens it, or it is not of now: the phone signs in and asks WeChat anew. */
export const groupDataUnreadable = () => new AppError('communities.group_data_unreadable', 422);
/** Nobody can say now which group it is. */
export const wecomAway = () => new AppError('communities.wecom_away', 503);
/** There is none, or it is none of the caller's: both look alike. */
export const groupNotFound = () => new AppError('communities.group_not_found', 404);
/** A brake holds the pages of groups, or those of this one. */
export const groupPaused = () => new AppError('communities.group_paused', 409);
export const consentRequired = () => new AppError('communities.consent_required', 403);
export const questionRefused = () => new AppError('communities.question_refused', 422);
export const questionTaken = () => new AppError('communities.question_taken', 409);
export const tooManyQuestions = () => new AppError('communities.too_many_questions', 429);
