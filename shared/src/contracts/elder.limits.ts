/** Kind of subject under which call-backs to elder members are audited. */
export const ELDER_SUBJECT = 'elder_call_back';

export const BIRTH_YEAR_MIN = 1_900;
/** Of one person: enough to mend slips, too few to try out where the line is. */
export const BIRTH_YEAR_STATEMENTS_MAX = 5;

/**
 * Whether somebody of the firm calls before products are spoken of. `AGE_UNKNOWN`: the member has not said the year of
 * birth, which keeps products away like a call that is due.
 */
export const CALL_BACK_STATES = ['AGE_UNKNOWN', 'NOT_NEEDED', 'WAITING', 'DONE'] as const;
export type CallBackState = (typeof CALL_BACK_STATES)[number];

export const TRUSTED_RELATIONS = ['SPOUSE', 'CHILD', 'SIBLING', 'RELATIVE', 'FRIEND', 'OTHER'] as const;
export type TrustedRelation = (typeof TRUSTED_RELATIONS)[number];
export const TRUSTED_NAME_MAX = 20;
/** A mobile number of the mainland, or a landline with its area code. */
export const TRUSTED_PHONE = /^(1[3-9]\d{9}|0\d{2,3}-?\d{7,8})$/;
export const TRUSTED_PHONE_MAX = 13;

/** Why somebody's trusted contact is called: always for the member's safety, never to sell. */
export const SAFETY_REASONS = ['SUSPECTED_FRAUD', 'UNREACHABLE', 'UNUSUAL_BEHAVIOUR'] as const;
export type SafetyReason = (typeof SAFETY_REASONS)[number];
export const SAFETY_TEXT_MAX = 300;
/** Shown to the member, the latest first. */
export const SAFETY_NOTICES_MAX = 20;
