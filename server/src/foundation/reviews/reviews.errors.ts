import { AppError } from '../../platform/http/index.ts';

export const reviewNotFound = () => new AppError('reviews.not_found', 404);
export const reviewClosed = () => new AppError('reviews.already_decided', 409);
/** Somebody decides on something else than what the review was asked for. */
export const hashDiffers = () => new AppError('reviews.hash_differs', 409);
export const ownRequest = () => new AppError('reviews.own_request', 403);
export const alreadyOpen = () => new AppError('reviews.already_open', 409);
