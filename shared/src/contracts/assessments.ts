import { z } from 'zod';
import {
  ASSESSED_BY_MAX,
  ASSESSMENT_STANDINGS,
  ASSESSMENT_STATES,
  ASSESSMENT_TEXT_MAX,
  ASSESSMENT_TITLE_MAX,
  ASSESSMENT_VERSIONS_MAX,
  ASSESSMENT_VIEWS,
  PROCESSING_KINDS,
} from './assessments.limits.ts';
import { CivilDay, Cursor, Instant, PageQuery, PublicId } from './primitives.ts';

const Text = z.string().trim().min(1).max(ASSESSMENT_TEXT_MAX);
const Version = z.number().int().min(1).max(ASSESSMENT_VERSIONS_MAX);

/** What an assessment says (PIPL 56): purpose and necessity, effect and risk, protections; and what follows. */
export const AssessmentText = z
  .object({
    kind: z.enum(PROCESSING_KINDS),
    title: z.string().trim().min(1).max(ASSESSMENT_TITLE_MAX),
    purpose: Text,
    effects: Text,
    protections: Text,
    conclusion: Text,
    /** People or a firm, as they sign. */
    assessedBy: z.string().trim().min(1).max(ASSESSED_BY_MAX),
    assessedOn: CivilDay,
    /** The last day on which it counts. */
    validUntil: CivilDay,
  })
  .meta({ id: 'AssessmentText' });
export type AssessmentText = z.infer<typeof AssessmentText>;

/** An edit is a new version of what was read. */
export const ReviseAssessment = AssessmentText.extend({ baseVersion: Version }).meta({
  id: 'ReviseAssessment',
});
export type ReviseAssessment = z.infer<typeof ReviseAssessment>;

/** One version as it was handed in, and what a second person made of it. */
export const AssessmentVersion = z
  .object({
    version: Version,
    text: AssessmentText,
    /** Of the text; what the second person approves. */
    sha256: z.string(),
    state: z.enum(ASSESSMENT_STATES),
    writerName: z.string(),
    writtenAt: Instant,
    deciderName: z.string().nullable(),
    decidedAt: Instant.nullable(),
  })
  .meta({ id: 'AssessmentVersion' });
export type AssessmentVersion = z.infer<typeof AssessmentVersion>;

/** One assessment: its latest version, and how it stands by its last approved one. */
export const AssessmentRow = z
  .object({
    assessmentId: PublicId,
    latest: AssessmentVersion,
    standing: z.enum(ASSESSMENT_STANDINGS),
    /** Of the last approved version; null without one. */
    approvedVersion: Version.nullable(),
    validUntil: CivilDay.nullable(),
  })
  .meta({ id: 'AssessmentRow' });
export type AssessmentRow = z.infer<typeof AssessmentRow>;

export const AssessmentQuery = PageQuery.extend({ view: z.enum(ASSESSMENT_VIEWS).default('ALL') });
export type AssessmentQuery = z.input<typeof AssessmentQuery>;
/** What was written last comes first. */
export const AssessmentRows = z
  .object({ rows: z.array(AssessmentRow), total: z.number().int(), nextCursor: Cursor.nullable() })
  .meta({ id: 'AssessmentRows' });
export type AssessmentRows = z.infer<typeof AssessmentRows>;

/** With every version, the latest first. */
export const AssessmentDetail = z
  .object({ row: AssessmentRow, versions: z.array(AssessmentVersion).max(ASSESSMENT_VERSIONS_MAX) })
  .meta({ id: 'AssessmentDetail' });
export type AssessmentDetail = z.infer<typeof AssessmentDetail>;

/** Until when each kind of processing is assessed, today; null: it is not. */
export const AssessmentCover = z
  .object({
    kinds: z.array(z.object({ kind: z.enum(PROCESSING_KINDS), validUntil: CivilDay.nullable() })),
    /** In force, and to be renewed within the days that the list warns of. */
    fallingDue: z.number().int(),
  })
  .meta({ id: 'AssessmentCover' });
export type AssessmentCover = z.infer<typeof AssessmentCover>;
