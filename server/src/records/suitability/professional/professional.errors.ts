import { AppError } from '../../../platform/http/index.ts';

/** Also for one outside the caller's reach: both look alike. */
export const applicationNotFound = () => new AppError('professional.not_found', 404);
export const applicationTaken = () => new AppError('professional.taken', 409);
/** One waits already, or the member is a professional investor. */
export const alreadyApplied = () => new AppError('professional.already_applied', 409);
/** No assessment that counts, or the lowest category. */
export const notAssessed = () => new AppError('professional.not_assessed', 422);
/** Other words were on the screen than those in force. */
export const textChanged = () => new AppError('professional.text_changed', 409);
/** Somebody was quicker, or the member withdrew it. */
export const applicationMovedOn = () => new AppError('professional.moved_on', 409);
/** Whoever looks after the member decides nothing about them. */
export const ownAdviser = () => new AppError('professional.own_adviser', 403);
export const pictureMissing = () => new AppError('professional.picture_missing', 400);
export const pictureGone = () => new AppError('professional.picture_gone', 409);
export const pictureNotFound = () => new AppError('professional.picture_not_found', 404);
export const pictureUnreadable = () => new AppError('professional.picture_unreadable', 422);
export const tooManyPictures = () => new AppError('professional.too_many_pictures', 429);
