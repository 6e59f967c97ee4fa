import { AppError } from '../../platform/http/index.ts';

export const viewNotFound = () => new AppError('desk.view_not_found', 404);
export const tooManyViews = (most: number) => new AppError('desk.too_many_views', 409, { most });
