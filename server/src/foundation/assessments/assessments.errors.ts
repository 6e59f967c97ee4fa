import { AppError } from '../../platform/http/index.ts';

export const assessmentNotFound = () => new AppError('assessments.not_found', 404);
/** There is a later version than the one that was read. */
export const assessmentChanged = () => new AppError('assessments.changed', 409);
/** Assessed on a day that has not come, valid until one that has passed, or for longer than three years. */
export const daysRefused = () => new AppError('assessments.days_refused', 422);
export const tooManyVersions = () => new AppError('assessments.too_many_versions', 409);
