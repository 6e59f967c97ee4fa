import { AppError } from '../../../platform/http/index.ts';

/** Not the day that waits for a person. */
export const dayNotWaiting = () => new AppError('points.day_not_waiting', 409);
export const pointsMemberNotFound = () => new AppError('points.member_not_found', 404);
