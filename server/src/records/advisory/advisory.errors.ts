import { AppError } from '../../platform/http/index.ts';

/** There is none, or it is outside the caller's scope: both look alike. */
export const memberNotFound = () => new AppError('identity.member_not_found', 404);
export const contractNotFound = () => new AppError('advisory.contract_not_found', 404);
/** The number belongs to another contract already. */
export const contractNoTaken = () => new AppError('advisory.contract_no_taken', 409);
export const contractEnded = () => new AppError('advisory.contract_ended', 409);
/** Its last day comes before its first one. */
export const daysReversed = () => new AppError('advisory.days_reversed', 422);
