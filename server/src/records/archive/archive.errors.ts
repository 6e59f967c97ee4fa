import { AppError } from '../../platform/http/index.ts';

export const findingNotFound = () => new AppError('archive.finding_not_found', 404);
export const findingHandled = () => new AppError('archive.finding_handled', 409);
