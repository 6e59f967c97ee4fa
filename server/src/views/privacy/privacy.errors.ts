import { AppError } from '../../platform/http/index.ts';

export const forbidden = () => new AppError('http.forbidden', 403);
export const tooManyCopies = (hours: number) => new AppError('privacy.too_many_copies', 429, { hours });
