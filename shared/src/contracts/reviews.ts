import { z } from 'zod';
import { Cursor, Instant, PublicId } from './primitives.ts';

export const REVIEW_STATES = ['OPEN', 'APPROVED', 'REJECTED', 'SUPERSEDED'] as const;
export const ReviewRow = z
  .object({
    reviewId: PublicId,
    subjectKind: z.string(),
    subjectId: PublicId,
    subjectTitle: z.string(),
    subjectVersion: z.number().int(),
    subjectSha256: z.string(),
    state: z.enum(REVIEW_STATES),
    requesterId: PublicId,
    requesterName: z.string(),
    requestedAt: Instant,
    reviewerName: z.string().nullable(),
    decidedAt: Instant.nullable(),
    comment: z.string().nullable(),
  })
  .meta({ id: 'ReviewRow' });
export type ReviewRow = z.infer<typeof ReviewRow>;
export const ReviewListQuery = z.object({
  limit: z.coerce.number().int().min(1).max(50).default(50),
  cursor: Cursor.optional(),
  state: z.enum(REVIEW_STATES).optional(),
});
export type ReviewListQuery = z.input<typeof ReviewListQuery>;
export const ReviewRows = z
  .object({ rows: z.array(ReviewRow), total: z.number().int(), nextCursor: Cursor.nullable() })
  .meta({ id: 'ReviewRows' });
export type ReviewRows = z.infer<typeof ReviewRows>;
const LOOKED_AT_MAX = 300;
/** `subjectSha256` must be the hash the reviewer saw; another one is refused. */
export const DecideReview = z
  .object({
    isApproved: z.boolean(),
    comment: z.string().max(500),
    subjectSha256: z.string().length(64),
    /** Places of a lesson that read like a fault and that the reviewer looked at one by one. */
    lookedAt: z.array(z.string().max(160)).max(LOOKED_AT_MAX).optional(),
  })
  .meta({ id: 'DecideReview' });
export type DecideReview = z.infer<typeof DecideReview>;
