import { AppError } from '../../platform/http/index.ts';

/** The consent it misses is identity's, and so is its code. */
export const consentRequired = () => new AppError('identity.consent_required', 403);
