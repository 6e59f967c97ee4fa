import { AppError } from '../../platform/http/index.ts';

/** The consent it misses is identity's, and so is its code. */
export const consentRequired = () => new AppError('identity.consent_required', 403);
export const memberNotFound = () => new AppError('scoring.member_not_found', 404);
export const replayNotPermitted = () => new AppError('scoring.replay_not_permitted', 403);
