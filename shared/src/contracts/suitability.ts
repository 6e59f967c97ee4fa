import { z } from 'zod';
import { INVESTOR_LEVELS, REASSESSMENT_REFUSALS } from '../suitability/index.ts';
import { CivilDay, Cursor, Instant, PageQuery, PublicId } from './primitives.ts';
import {
  EARLIER_ASSESSMENTS_MAX,
  OPTIONS_MAX,
  OWN_ASSESSMENT_STATES,
  QUESTION_KEY,
  QUESTIONS_MAX,
  STATEMENT_KINDS,
  SUITABILITY_WORDS,
} from './suitability.limits.ts';

const Key = z.string().regex(QUESTION_KEY);

/** The questionnaire in force, as a member answers it: what an answer counts is not told. */
export const AskedQuestionnaire = z
  .object({
    version: z.number().int(),
    questions: z
      .array(
        z.object({
          key: z.string(),
          title: z.string(),
          isMultiple: z.boolean(),
          options: z.array(z.object({ key: z.string(), text: z.string() })).max(OPTIONS_MAX),
        }),
      )
      .max(QUESTIONS_MAX),
  })
  .meta({ id: 'AskedQuestionnaire' });
export type AskedQuestionnaire = z.infer<typeof AskedQuestionnaire>;

/** The id is made on the phone: handed in again it is the same assessment. */
export const HandInAnswers = z
  .object({
    assessmentId: PublicId,
    questionnaireVersion: z.number().int().min(1),
    answers: z.array(z.object({ question: Key, options: z.array(Key).max(OPTIONS_MAX) })).max(QUESTIONS_MAX),
  })
  .meta({ id: 'HandInAnswers' });
export type HandInAnswers = z.input<typeof HandInAnswers>;

export const ConfirmAssessment = z
  .object({ textVersion: z.literal(SUITABILITY_WORDS.CONFIRMED.version) })
  .meta({ id: 'ConfirmAssessment' });
export type ConfirmAssessment = z.infer<typeof ConfirmAssessment>;

/** The version is that of the words on the screen. */
export const MakeStatement = z
  .object({ kind: z.enum(STATEMENT_KINDS), textVersion: z.string().max(64) })
  .meta({ id: 'MakeStatement' });
export type MakeStatement = z.infer<typeof MakeStatement>;

export const OwnAssessment = z
  .object({
    assessmentId: PublicId,
    state: z.enum(OWN_ASSESSMENT_STATES),
    level: z.enum(INVESTOR_LEVELS),
    /** What the answers count together. */
    pointsReached: z.number().int(),
    isLowestByAnswer: z.boolean(),
    questionnaireVersion: z.number().int(),
    takenAt: Instant,
    confirmedAt: Instant.nullable(),
    /** The first day on which it counts no more. */
    validUntil: CivilDay,
  })
  .meta({ id: 'OwnAssessment' });
export type OwnAssessment = z.infer<typeof OwnAssessment>;

/** Where a member stands today. */
export const OwnSuitability = z
  .object({
    standing: z.enum(['NOT_ASSESSED', 'ASSESSMENT_EXPIRED', 'FACTS_CHANGED', 'VALID']),
    /** Of the assessment that counts, or counted last. */
    level: z.enum(INVESTOR_LEVELS).nullable(),
    validUntil: CivilDay.nullable(),
    hasRefusedInformation: z.boolean(),
    /** What was handed in last, whatever became of it. */
    latest: OwnAssessment.nullable(),
    /** Why it cannot be done again today, and from which day on; null: it can. */
    wait: z.object({ reason: z.enum(REASSESSMENT_REFUSALS), from: CivilDay }).nullable(),
  })
  .meta({ id: 'OwnSuitability' });
export type OwnSuitability = z.infer<typeof OwnSuitability>;

export const OwnAssessmentQuery = PageQuery;
export type OwnAssessmentQuery = z.input<typeof OwnAssessmentQuery>;

/** The latest first. */
export const OwnAssessments = z
  .object({ assessments: z.array(OwnAssessment), nextCursor: Cursor.nullable() })
  .meta({ id: 'OwnAssessments' });
export type OwnAssessments = z.infer<typeof OwnAssessments>;

/** An assessment that rose far, as whoever decides on it sees it. */
export const HeldAssessment = z
  .object({
    assessmentId: PublicId,
    memberId: PublicId,
    /** Masked. */
    memberName: z.string(),
    level: z.enum(INVESTOR_LEVELS),
    score: z.number().int(),
    takenAt: Instant,
    validUntil: CivilDay,
    sha256: z.string().length(64),
    /** Each with what was answered the time before; null: not asked then. */
    answers: z
      .array(
        z.object({
          question: z.string(),
          chosen: z.array(z.string()),
          before: z.array(z.string()).nullable(),
        }),
      )
      .max(QUESTIONS_MAX),
    /** The latest first. */
    earlier: z
      .array(z.object({ level: z.enum(INVESTOR_LEVELS), score: z.number().int(), takenAt: Instant }))
      .max(EARLIER_ASSESSMENTS_MAX),
  })
  .meta({ id: 'HeldAssessment' });
export type HeldAssessment = z.infer<typeof HeldAssessment>;
