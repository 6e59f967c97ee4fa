import { AppError } from '../../platform/http/index.ts';

export const cardNotFound = () => new AppError('verification.card_not_found', 404);
export const reportNotFound = () => new AppError('verification.report_not_found', 404);
export const tooManyReports = () => new AppError('verification.too_many_reports', 429);
export const tooManyPictures = () => new AppError('verification.too_many_pictures', 429);
export const pictureMissing = () => new AppError('verification.picture_missing', 400);
export const pictureUnreadable = () => new AppError('verification.picture_unreadable', 415);
export const pictureGone = () => new AppError('verification.picture_gone', 409);
export const pictureNotFound = () => new AppError('verification.picture_not_found', 404);
