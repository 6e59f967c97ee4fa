import { AppError } from '../../platform/http/index.ts';

/** The consent it misses is identity's, and so is its code. */
export const consentRequired = () => new AppError('identity.consent_required', 403);
export const overloaded = () => new AppError('engagement.overloaded', 503, { retryAfterSeconds: 2 });
export const SERVER_ONLY_TYPE = 'engagement.server_only_type';
/** Codes of verdicts on what other systems tell. */
export const SOURCE_DIFFERS = 'engagement.source_differs';
export const FIELD_MISSING = 'engagement.field_missing';
export const FIELD_UNEXPECTED = 'engagement.field_unexpected';
export const VALUE_INVALID = 'engagement.value_invalid';
export const TIME_OUT_OF_RANGE = 'engagement.time_out_of_range';
