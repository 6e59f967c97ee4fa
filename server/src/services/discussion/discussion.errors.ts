import { AppError } from '../../platform/http/index.ts';

/** Why a text of a member is not taken: each has a sentence of its own for its writer. */
export const REFUSED_BY_WECHAT = 'discussion.refused_by_wechat';
export const commentRefused = (code: string) => new AppError(code, 422);
export const commentTaken = () => new AppError('discussion.comment_taken', 409);
export const tooManyComments = () => new AppError('discussion.too_many_comments', 429);
/** There is none, or none that the caller may act on: both look alike. */
export const commentNotFound = () => new AppError('discussion.comment_not_found', 404);
export const commentDecided = () => new AppError('discussion.comment_decided', 409);
export const registrationRequired = () => new AppError('discussion.registration_required', 403);
export const queueOutOfReach = () => new AppError('discussion.queue_out_of_reach', 403);

/** What refusals of wording are called here. */
export const ANSWER_WORDING = {
  refused: 'discussion.wording_refused',
  doubtful: 'discussion.answer_doubtful',
  action: 'discussion.refuse_wording',
};
