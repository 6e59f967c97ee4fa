/** Kind of subject under which assessments are reviewed and audited. */
export const ASSESSED_SUBJECT = 'suitability_assessment';

/** Of a questionnaire; the law asks for about ten questions, and nobody reads fifty on a phone. */
export const QUESTIONS_MAX = 30;
export const OPTIONS_MAX = 12;
export const QUESTION_KEY = /^[a-z][a-z0-9-]{0,31}$/;
export const QUESTION_TITLE_MAX = 120;
export const OPTION_TEXT_MAX = 80;
export const POINTS_MAX = 100;

/**
 * Of an assessment as the member sees it. `TO_CONFIRM`: the member has not confirmed it yet. `HELD`: a person looks at it
 * first. `REFUSED`: that person said no. `REPLACED`: a later one counts.
 */
export const OWN_ASSESSMENT_STATES = [
  'TO_CONFIRM',
  'HELD',
  'REFUSED',
  'COUNTS',
  'EXPIRED',
  'REPLACED',
] as const;
export type OwnAssessmentState = (typeof OWN_ASSESSMENT_STATES)[number];

/** `INFORMATION_REFUSED`: will not answer (REQ-SUIT-10). `FACTS_CHANGED`: answers of before hold no longer (REQ-SUIT-6). */
export const STATEMENT_KINDS = ['INFORMATION_REFUSED', 'FACTS_CHANGED'] as const;
export type StatementKind = (typeof STATEMENT_KINDS)[number];

/** What members read before they say a word that has consequences; every wording has a version, and is kept by it. */
export const SUITABILITY_WORDS = {
  CONFIRMED: {
    version: 'suitability-confirmed-2026-11',
    text: '我确认：以上回答都是我本人的真实情况，我已了解测评结果的含义。情况有变化时，我会及时告知并重新测评。',
  },
  INFORMATION_REFUSED: {
    version: 'suitability-refused-2026-11',
    text: '您可以不提供。但法律规定，不了解您的情况，我们就不能向您介绍或销售任何产品；课程和其他学习内容不受影响。以后完成一次测评，就能恢复。',
  },
  FACTS_CHANGED: {
    version: 'suitability-changed-2026-11',
    text: '收入、家庭、投资经验或目标有了明显变化，请告诉我们。原来的测评结果从现在起不再使用，重新测评之前，我们不能向您介绍或销售产品。',
  },
} as const satisfies Readonly<
  Record<'CONFIRMED' | StatementKind, { readonly version: string; readonly text: string }>
>;

/** Assessments shown beside one that is looked at, the latest first. */
export const EARLIER_ASSESSMENTS_MAX = 10;
