import { AppError } from '../../platform/http/index.ts';

export const forbidden = () => new AppError('http.forbidden', 403);
export const tooManyCopies = (hours: number) => new AppError('privacy.too_many_copies', 429, { hours });
export const copyUnderway = () => new AppError('privacy.copy_underway', 409);
export const copyNotThere = () => new AppError('privacy.copy_not_there', 404);
export const notYou = () => new AppError('privacy.not_you', 403);
