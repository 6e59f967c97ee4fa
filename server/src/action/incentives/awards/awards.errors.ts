import { AppError } from '../../../platform/http/index.ts';

export const awardNotFound = () => new AppError('awards.not_found', 404);
/** Somebody else has decided otherwise, or it was taken back meanwhile. */
export const awardDecided = () => new AppError('awards.decided', 409);
/** The member's account was closed, or may not be served any more: it can only be refused. */
export const memberNotServed = () => new AppError('awards.member_not_served', 409);
