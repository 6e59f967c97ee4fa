import type { Role } from './identity.limits.ts';

/** What is done with personal information that has to be assessed before it is done (PIPL 55). */
export const PROCESSING_KINDS = [
  'SENSITIVE_DATA',
  'AUTOMATED_DECISION',
  'ENTRUSTING_OR_SHARING',
  'PUBLICATION',
  'CROSS_BORDER',
  'OTHER_MAJOR',
] as const;
export type ProcessingKind = (typeof PROCESSING_KINDS)[number];

/** What Siyu itself does, each with the kind it falls under: without an assessment in force the desk is warned. */
export const PROCESSINGS = {
  SCORING: 'AUTOMATED_DECISION',
  HOLDINGS_AND_RISK: 'SENSITIVE_DATA',
  PLATFORMS: 'ENTRUSTING_OR_SHARING',
  CONVERSATIONS: 'ENTRUSTING_OR_SHARING',
} as const satisfies Readonly<Record<string, ProcessingKind>>;
export type Processing = keyof typeof PROCESSINGS;

/** Of one version. Only an approved one counts, and it never changes. */
export const ASSESSMENT_STATES = ['OPEN', 'APPROVED', 'RETURNED', 'SUPERSEDED'] as const;
export type AssessmentState = (typeof ASSESSMENT_STATES)[number];
/** Of an assessment as a whole, by its last approved version. */
export const ASSESSMENT_STANDINGS = ['NOT_YET', 'IN_FORCE', 'FALLS_DUE', 'EXPIRED'] as const;
export type AssessmentStanding = (typeof ASSESSMENT_STANDINGS)[number];
/** All of them, or those that have to be renewed: due soon or expired. */
export const ASSESSMENT_VIEWS = ['ALL', 'DUE'] as const;
export type AssessmentView = (typeof ASSESSMENT_VIEWS)[number];

export const ASSESSMENT_SUBJECT = 'impact_assessment';
export const ASSESSMENT_READERS: readonly Role[] = ['compliance', 'securityAdmin', 'auditAdmin'];
export const ASSESSMENT_WRITERS: readonly Role[] = ['compliance', 'securityAdmin'];
export const DUE_WITHIN_DAYS = 60;
/** Three years at most: what is assessed changes, and so does the law. */
export const ASSESSMENT_DAYS_MAX = 1_096;
export const ASSESSMENT_TITLE_MAX = 60;
export const ASSESSED_BY_MAX = 60;
export const ASSESSMENT_TEXT_MAX = 2_000;
/** Versions of one assessment; who needs more begins another. */
export const ASSESSMENT_VERSIONS_MAX = 50;
