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
export const processingRestricted = () => new AppError('identity.processing_restricted', 409);
export const conflictNotFound = () => new AppError('identity.conflict_not_found', 404);
export const twoAccounts = () => new AppError('identity.two_accounts', 409);
export const notMerged = () => new AppError('identity.not_merged', 409);
export const coreUnavailable = () => new AppError('identity.core_unavailable', 503);
export const accountAlreadyLinked = () => new AppError('identity.account_already_linked', 409);
export const accountClaimedElsewhere = () => new AppError('identity.account_claimed_elsewhere', 409);
export const accountNotMatched = (left: number) =>
  new AppError('identity.account_not_matched', 422, { left });
export const linkCodeWrong = (left: number) => new AppError('identity.link_code_wrong', 422, { left });
export const linkCodeExpired = () => new AppError('identity.link_code_expired', 409);
export const linkLocked = (hours: number) => new AppError('identity.link_locked', 429, { hours });
