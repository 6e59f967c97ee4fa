import { AppError } from '../../platform/http/index.ts';

export const memberNotFound = () => new AppError('identity.member_not_found', 404);
export const consentRequired = () => new AppError('identity.consent_required', 403);
export const separateConsentMissing = () => new AppError('identity.separate_consent_missing', 409);
export const serviceConsentMissing = () => new AppError('identity.service_consent_missing', 409);
export const consentTextOutdated = () => new AppError('identity.consent_text_outdated', 409);
export const wrongLogin = () => new AppError('identity.wrong_login', 401);
export const loginLocked = (minutes: number) => new AppError('identity.login_locked', 429, { minutes });
export const coreCustomerTaken = () => new AppError('identity.core_customer_taken', 409);
export const memberLinkedElsewhere = () => new AppError('identity.member_linked_elsewhere', 409);
export const alreadyMerged = () => new AppError('identity.already_merged', 409);
