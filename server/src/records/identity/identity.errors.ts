import { AppError } from '../../platform/http/index.ts';

export const memberNotFound = () => new AppError('identity.member_not_found', 404);
export const consentRequired = () => new AppError('identity.consent_required', 403);
export const separateConsentMissing = () => new AppError('identity.separate_consent_missing', 409);
export const serviceConsentMissing = () => new AppError('identity.service_consent_missing', 409);
export const consentTextOutdated = () => new AppError('identity.consent_text_outdated', 409);
export const wrongLogin = () => new AppError('identity.wrong_login', 401);
export const codeRequired = () => new AppError('identity.code_required', 401);
export const wrongCode = () => new AppError('identity.wrong_code', 422);
export const wrongPassword = () => new AppError('identity.wrong_password', 422);
export const noEnrolment = () => new AppError('identity.no_enrolment', 409);
export const deskCodeWrong = () => new AppError('identity.desk_code_wrong', 422);
export const sessionIdle = () => new AppError('identity.session_idle', 401);
export const sessionNotFound = () => new AppError('identity.session_not_found', 404);
export const ownAccount = () => new AppError('identity.own_account', 403);
export const administratorsSeparate = () => new AppError('identity.administrators_separate', 422);
export const rolesUnchanged = () => new AppError('identity.roles_unchanged', 409);
export const roleChangeNotFound = () => new AppError('identity.role_change_not_found', 404);
export const loginLocked = (minutes: number) => new AppError('identity.login_locked', 429, { minutes });
export const coreCustomerTaken = () => new AppError('identity.core_customer_taken', 409);
export const memberLinkedElsewhere = () => new AppError('identity.member_linked_elsewhere', 409);
export const alreadyMerged = () => new AppError('identity.already_merged', 409);
export const processingRestricted = () => new AppError('identity.processing_restricted', 409);
export const closingTextOutdated = () => new AppError('identity.closing_text_outdated', 409);
export const accountClosed = () => new AppError('identity.account_closed', 409);
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
/** Who joins has not said to be of age (REQ-PI-9). */
export const adultStatementMissing = () => new AppError('identity.adult_statement_missing', 422);
