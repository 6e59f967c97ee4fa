import { AppError } from '../../platform/http/index.ts';

export const memberNotFound = () => new AppError('identity.member_not_found', 404);
export const consentRequired = () => new AppError('identity.consent_required', 403);
export const entitlementNotFound = () => new AppError('entitlements.not_found', 404);
/** It is used in the app, by the member. */
export const notAVoucher = () => new AppError('entitlements.not_a_voucher', 409);
export const notUsable = () => new AppError('entitlements.not_usable', 409);
