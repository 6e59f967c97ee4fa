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
