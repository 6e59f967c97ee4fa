import { z } from 'zod';
import { CivilDay, Cursor, Instant, PageQuery, PublicId } from './primitives.ts';
import {
  PROFESSIONAL_GROUNDS,
  PROFESSIONAL_PICTURES_MAX,
  PROFESSIONAL_REFUSAL_MAX,
  PROFESSIONAL_STATEMENT_MAX,
  PROFESSIONAL_STATES,
} from './professional.limits.ts';

/** The id is made on the phone: told again it is the same application. */
export const ApplyAsProfessional = z
  .object({
    applicationId: PublicId,
    ground: z.enum(PROFESSIONAL_GROUNDS),
    /** How long and in what the member has invested. */
    experience: z.string().trim().min(1).max(PROFESSIONAL_STATEMENT_MAX),
    /** Pictures of the evidence that were sent before, within the last hour. */
    pictureIds: z
      .array(PublicId)
      .min(1)
      .max(PROFESSIONAL_PICTURES_MAX)
      .refine((ids) => new Set(ids).size === ids.length),
    /** Version of the words on what a professional investor gives up, which the member read and agreed to. */
    textVersion: z.number().int(),
  })
  .meta({ id: 'ApplyAsProfessional' });
export type ApplyAsProfessional = z.infer<typeof ApplyAsProfessional>;

/** A picture that waits for the application that names it. */
export const ProfessionalPictureSent = z
  .object({ pictureId: PublicId })
  .meta({ id: 'ProfessionalPictureSent' });
export type ProfessionalPictureSent = z.infer<typeof ProfessionalPictureSent>;

/** An application as whoever made it sees it. */
export const OwnApplication = z
  .object({
    applicationId: PublicId,
    ground: z.enum(PROFESSIONAL_GROUNDS),
    state: z.enum(PROFESSIONAL_STATES),
    experience: z.string(),
    pictures: z.number().int(),
    appliedAt: Instant,
    decidedAt: Instant.nullable(),
    /** Why not, in the words of whoever decided. */
    refusal: z.string().nullable(),
  })
  .meta({ id: 'OwnApplication' });
export type OwnApplication = z.infer<typeof OwnApplication>;

/** What a member is, and what became of the last application. */
export const OwnProfessional = z
  .object({
    /** The first day on which it counts no more; null: an ordinary investor. */
    professionalUntil: CivilDay.nullable(),
    application: OwnApplication.nullable(),
    /** An assessment that counts comes first, and not the lowest category. */
    mayApply: z.boolean(),
  })
  .meta({ id: 'OwnProfessional' });
export type OwnProfessional = z.infer<typeof OwnProfessional>;

/** An application as it stands in the list of staff: no name, no evidence. */
export const ApplicationRow = z
  .object({
    applicationId: PublicId,
    member: z.object({ memberId: PublicId, displayName: z.string() }),
    ground: z.enum(PROFESSIONAL_GROUNDS),
    state: z.enum(PROFESSIONAL_STATES),
    appliedAt: Instant,
    checkerName: z.string().nullable(),
    deciderName: z.string().nullable(),
    decidedAt: Instant.nullable(),
    validUntil: CivilDay.nullable(),
  })
  .meta({ id: 'ApplicationRow' });
export type ApplicationRow = z.infer<typeof ApplicationRow>;
export const ApplicationRows = z
  .object({ rows: z.array(ApplicationRow), total: z.number().int(), nextCursor: Cursor.nullable() })
  .meta({ id: 'ApplicationRows' });
export type ApplicationRows = z.infer<typeof ApplicationRows>;
export const ApplicationQuery = PageQuery.extend({
  /** Those that the firm owes a decision, or those that are over. */
  view: z.enum(['OWED', 'DECIDED']).default('OWED'),
});
export type ApplicationQuery = z.input<typeof ApplicationQuery>;

/** With what it rests on; that it was opened stands in the trail. */
export const ApplicationDetail = ApplicationRow.extend({
  experience: z.string(),
  pictureIds: z.array(PublicId),
  /** Of ground, words and evidence: what both people decide on. */
  sha256: z.string(),
  checkedAt: Instant.nullable(),
  refusal: z.string().nullable(),
  endedAt: Instant.nullable(),
}).meta({ id: 'ApplicationDetail' });
export type ApplicationDetail = z.infer<typeof ApplicationDetail>;

/** The first of two: sufficient, and a second person decides; or not, and the member is told why. */
export const CheckApplication = z
  .object({
    sha256: z.string().length(64),
    refusal: z.string().trim().min(2).max(PROFESSIONAL_REFUSAL_MAX).nullable(),
  })
  .meta({ id: 'CheckApplication' });
export type CheckApplication = z.infer<typeof CheckApplication>;
