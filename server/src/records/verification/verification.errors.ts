import { AppError } from '../../platform/http/index.ts';

export const cardNotFound = () => new AppError('verification.card_not_found', 404);
export const reportNotFound = () => new AppError('verification.report_not_found', 404);
export const tooManyReports = () => new AppError('verification.too_many_reports', 429);
