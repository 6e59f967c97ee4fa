import { AppError } from '../../platform/http/index.ts';

/** There is none that the caller may see. */
export const liveNotFound = () => new AppError('live.not_found', 404);
/** A brake holds it. */
export const livePaused = () => new AppError('live.paused', 409);
export const notOpen = () => new AppError('live.not_open', 409);
export const notOnAir = () => new AppError('live.not_on_air', 409);
export const notMeasured = () => new AppError('live.not_measured', 409);
export const liveStopped = () => new AppError('live.stopped', 409);
export const liveMuted = () => new AppError('live.muted', 409);
/** More signs of life than can be written. */
export const overloaded = () => new AppError('live.overloaded', 503, { retryAfterSeconds: 2 });
export const chatTaken = () => new AppError('live.chat_taken', 409);
export const tooManyChats = () => new AppError('live.too_many_chats', 429);
export const chatRefused = (code: string) => new AppError(code, 422);
export const chatNotFound = () => new AppError('live.chat_not_found', 404);
export const chatDecided = () => new AppError('live.chat_decided', 409);
/** Why the words of a member are not taken: each has a sentence of its own for its writer. */
export const REFUSED_BY_WECHAT = 'live.refused_by_wechat';

/** The table of transitions has no such way. */
export const actRefused = () => new AppError('live.act_refused', 409);
/** Somebody else was faster. */
export const movedOn = () => new AppError('live.moved_on', 409);
export const notYours = () => new AppError('live.not_yours', 403);
export const reasonMissing = () => new AppError('live.reason_missing', 422);
/** Only whose registration is in force speaks in a live (REQ-ADV-1). */
export const hostNotRegistered = (name: string) => new AppError('live.host_not_registered', 409, { name });
export const timesOutOfRange = (days: number, hours: number) =>
  new AppError('live.times_out_of_range', 422, { days, hours });
export const platformMismatch = () => new AppError('live.platform_mismatch', 422);
export const quizUnknown = () => new AppError('live.quiz_unknown', 422);
export const authorMayNotReview = () => new AppError('live.author_may_not_review', 403);
export const changedSinceReview = () => new AppError('live.changed_since_review', 409);
export const notFiled = () => new AppError('live.not_filed', 409);
export const filedInFuture = () => new AppError('live.filed_in_future', 422);
export const filedTooLate = (days: number) => new AppError('live.filed_too_late', 409, { days });
export const notTheTime = () => new AppError('live.not_the_time', 409);
export const noPlayer = () => new AppError('live.no_player', 409);
export const fileMissing = () => new AppError('live.file_missing', 400);
export const fileUnknown = () => new AppError('live.file_unknown', 404);
export const recordingMissing = () => new AppError('live.recording_missing', 422);

/** What refusals of wording are called here. */
export const LIVE_WORDING = {
  refused: 'live.wording_refused',
  doubtful: 'live.wording_refused',
  action: 'live.refuse_wording',
};
