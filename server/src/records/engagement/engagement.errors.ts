import { AppError } from '../../platform/http/index.ts';

/** The consent it misses is identity's, and so is its code. */
export const consentRequired = () => new AppError('identity.consent_required', 403);
export const overloaded = () => new AppError('engagement.overloaded', 503, { retryAfterSeconds: 2 });
export const SERVER_ONLY_TYPE = 'engagement.server_only_type';
