/** Lengths and choices of identity that clients and server share. */
export const PURPOSES = ['SERVICE', 'RECORD', 'PROFILING', 'MARKETING', 'SENSITIVE'] as const;
/**
 * What personal data may be processed for. SERVICE (terms and privacy rule) opens the app; PROFILING tailors
 * the feed; MARKETING allows pushes; SENSITIVE is the separate consent for account data (PIPL 29);
 * RECORD rests on law, not on consent, and cannot be withdrawn.
 */
export type Purpose = (typeof PURPOSES)[number];
export const CONSENT_PURPOSES = ['SERVICE', 'PROFILING', 'MARKETING', 'SENSITIVE'] as const;
export type ConsentPurpose = (typeof CONSENT_PURPOSES)[number];
/** Days after a refusal or a withdrawal in which the app does not ask again of its own accord. */
export const NOT_ASKED_AGAIN_DAYS = 30;
/**
 * What the firm concludes of a member from what it keeps, each to be refused for itself: the stage of the relation ·
 * what the purchases say · what is held · how often and how deep the member takes part · how well member and adviser
 * know each other.
 */
export const CONCLUSIONS = ['STAGE', 'SERVICE_CLASS', 'ASSET_CLASS', 'ACTIVITY', 'CONTACT'] as const;
export type Conclusion = (typeof CONCLUSIONS)[number];
/** What a person says of the own age in the act of joining; a changed sentence is a new version. */
export const ADULT_STATEMENT = {
  version: 'adult-2026-11',
  text: '我已年满18周岁，具有完全民事行为能力。',
} as const;
/** Letters of why staff closes the account of somebody under age. */
export const MINOR_REASON_MIN = 4;
export const MINOR_REASON_MAX = 200;
export const LOGIN_CODE_MAX = 128;
export const LOGIN_NAME_MAX = 64;
export const PASSWORD_MAX = 128;
export const ROLES = [
  'adviser',
  'relationshipManager',
  'branchHead',
  'operator',
  'analyst',
  'compliance',
  'finance',
  'service',
  'systemAdmin',
  'securityAdmin',
  'auditAdmin',
] as const;
export type Role = (typeof ROLES)[number];

/** Number of a securities account and the phone number the firm has on record for it, as people type them. */
export const ACCOUNT_NO_PATTERN = /^[0-9]{6,20}$/;
export const PHONE_PATTERN = /^1[0-9]{10}$/;
export const LINK_CODE_PATTERN = /^[0-9]{6}$/;
/** Tries to link an account within `LINK_WINDOW_HOURS` of the first: codes asked for, and codes typed in. */
export const LINK_CODES_MAX = 5;
export const LINK_TRIES_MAX = 10;
export const LINK_WINDOW_HOURS = 24;
/** Why staff joins or parts two registrations, and what they note on a conflict. */
export const LINK_REASON_MAX = 200;
export const LINK_REQUEST_KINDS = ['MERGE', 'SEPARATE'] as const;
export type LinkRequestKind = (typeof LINK_REQUEST_KINDS)[number];
export const LINK_REQUEST_STATES = ['IN_REVIEW', 'APPLIED', 'REJECTED'] as const;
export const CONFLICT_KINDS = [
  'core_customer',
  'wechat_openid',
  'wechat_unionid',
  'wecom_external_contact',
  'two_accounts',
] as const;
export type ConflictKind = (typeof CONFLICT_KINDS)[number];
export const CONFLICT_STATES = ['OPEN', 'SETTLED', 'DISMISSED'] as const;
/** Why the data of a member is kept but no longer used. */
export const RESTRICTION_REASONS = [
  'member_asked',
  'account_closed',
  'accuracy_disputed',
  'unlawful',
] as const;
export type RestrictionReason = (typeof RESTRICTION_REASONS)[number];
