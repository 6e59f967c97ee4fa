/** Lengths and choices about the firm's people that clients and server share. */
export const STAFF_NAME_MAX = 40;
export const LOGIN_NAME_PATTERN = /^[A-Za-z0-9][A-Za-z0-9._-]{1,63}$/;
/** As WeCom allows them. */
export const WECOM_USER_ID_PATTERN = /^[A-Za-z0-9][A-Za-z0-9_@.-]{0,63}$/;
export const WECOM_USER_ID_MAX = 64;
/** Of the securities association: the letter and thirteen digits. */
export const REGISTRATION_NO_PATTERN = /^S[0-9]{13}$/;
export const REGISTRATION_NO_LENGTH = 14;
/** Of a password that a person chooses; the one-time one is made by the server. */
export const PASSWORD_MIN = 12;
/** Of an authenticator app. */
export const TOTP_CODE_PATTERN = /^[0-9]{6}$/;
/** Four groups of four; handed out ten at a time, each works once. */
export const RECOVERY_CODE_PATTERN = /^[a-z2-7]{4}(-[a-z2-7]{4}){3}$/;
export const RECOVERY_CODES = 10;
export const STAFF_SCOPES = ['firm', 'branch', 'book'] as const;
export type StaffScope = (typeof STAFF_SCOPES)[number];
export const STAFF_STATES = ['ACTIVE', 'DISABLED'] as const;
export const ROLE_CHANGE_STATES = ['IN_REVIEW', 'APPLIED', 'REJECTED'] as const;
export const ROLE_REASON_MAX = 200;
export const STAFF_SEARCH_MAX = 40;
/** What somebody has to do before the console opens to them. */
export const SIGN_IN_STEPS = ['PASSWORD', 'SECOND_FACTOR'] as const;
