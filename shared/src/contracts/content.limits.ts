import type { GroupCode, StageCode } from './scoring.limits.ts';

/** What the firm says to its members under its own name; all kinds have one life. */
export const CONTENT_KINDS = ['lesson', 'article', 'card', 'poster'] as const;
export type ContentKind = (typeof CONTENT_KINDS)[number];
export const LESSON_TITLE_MAX = 60;
export const LESSON_SUMMARY_MAX = 200;
export const LESSON_BODY_MIN = 200;
export const LESSON_BODY_MAX = 20_000;
/** A card or a poster is read at one glance. */
export const CARD_TITLE_MAX = 30;
export const CARD_TEXT_MAX = 120;
export const POSTER_ALT_MAX = 200;
export const POSTER_BYTES_MAX = 2_097_152;
export const POSTER_PIXELS_MAX = 8_192;
export const POSTER_TYPES = ['image/png', 'image/jpeg', 'image/webp'] as const;
export const LESSON_FILE_BYTES_MAX = 262_144;
export const QUIZ_QUESTIONS_MIN = 3;
export const QUIZ_QUESTIONS_MAX = 5;
export const QUIZ_OPTIONS_MIN = 2;
export const QUIZ_OPTIONS_MAX = 5;
export const LESSON_STATES = [
  'DRAFT',
  'IN_REVIEW',
  'APPROVED',
  'SCHEDULED',
  'PUBLISHED',
  'RETIRED',
  'WITHDRAWN',
] as const;
export type LessonState = (typeof LESSON_STATES)[number];
/** What a text is: education for everybody, or advice for those under an advisory contract. */
export const CONTENT_LABELS = ['education', 'advice'] as const;
export type ContentLabel = (typeof CONTENT_LABELS)[number];
/** A publication can be planned this far ahead. */
export const SCHEDULE_DAYS_MAX = 90;
export const WITHDRAWAL_REASON_MAX = 200;
export const CORRECTION_MIN = 10;
export const CORRECTION_MAX = 500;
/** A lesson counts as finished at this share of its text, in percent, with its last paragraph seen. */
export const COMPLETION_PERCENT = 90;
/** For whom a lesson is meant first; empty lists mean everyone. */
export interface LessonAudience {
  readonly stages: readonly StageCode[];
  readonly groups: readonly GroupCode[];
}

/** Letters in the name of who published a report that advice rests on. */
export const REPORT_PUBLISHER_MIN = 2;
export const REPORT_PUBLISHER_MAX = 60;

/** What can be wrong with the basis of advice (REQ-ADV-4). */
export const BASIS_FAULTS = ['BASIS_MISSING', 'REPORT_INCOMPLETE', 'REPORT_IN_FUTURE'] as const;
export type BasisFault = (typeof BASIS_FAULTS)[number];
