import { z } from 'zod';
import { CivilDay, Cursor, Instant, PublicId } from './primitives.ts';
import { TRAIL_BREAKS, VERIFICATION_STATES } from './trail.limits.ts';

export const TrailQuery = z.object({
  limit: z.coerce.number().int().min(1).max(50).default(50),
  cursor: Cursor.optional(),
  /** Name, login name or id of who did it; `system` for the software itself. */
  actor: z.string().min(1).max(64).optional(),
  /** `module.verb`, or the module with its dot. */
  action: z
    .string()
    .max(64)
    .regex(/^[a-zA-Z_.-]+$/)
    .optional(),
  /** Id of whom or what it was done to. */
  subjectId: z.string().min(1).max(64).optional(),
  /** First and last day, Asia/Shanghai. */
  from: CivilDay.optional(),
  to: CivilDay.optional(),
});
export type TrailQuery = z.input<typeof TrailQuery>;
export const TrailRow = z
  .object({
    rowId: PublicId,
    recordedAt: Instant,
    actorKind: z.string(),
    actorId: z.string().nullable(),
    /** Of staff; null for others. */
    actorName: z.string().nullable(),
    action: z.string(),
    subjectKind: z.string(),
    subjectId: z.string(),
    reasonCode: z.string().nullable(),
    /** What the act rested on: hashes, versions, codes. */
    inputs: z.record(z.string(), z.unknown()).nullable(),
    isSealed: z.boolean(),
  })
  .meta({ id: 'TrailRow' });
export type TrailRow = z.infer<typeof TrailRow>;
/** The latest first; `total` ends at TRAIL_COUNT_MAX. */
export const TrailRows = z
  .object({ rows: z.array(TrailRow), total: z.number().int(), nextCursor: Cursor.nullable() })
  .meta({ id: 'TrailRows' });
export type TrailRows = z.infer<typeof TrailRows>;

/** One recomputation of every seal and every sealed row. */
export const TrailVerification = z
  .object({
    verificationId: PublicId,
    state: z.enum(VERIFICATION_STATES),
    requesterName: z.string(),
    requestedAt: Instant,
    finishedAt: Instant.nullable(),
    /** Null until it is done. */
    result: z
      .object({
        rows: z.number().int(),
        seals: z.number().int(),
        unsealedRows: z.number().int(),
        lastSealHash: z.string().nullable(),
        /** The first place where the trail was changed; null: whole. */
        firstBreak: z
          .object({
            kind: z.enum(TRAIL_BREAKS),
            rowId: PublicId.nullable(),
            sealSequence: z.number().int().nullable(),
          })
          .nullable(),
      })
      .nullable(),
  })
  .meta({ id: 'TrailVerification' });
export type TrailVerification = z.infer<typeof TrailVerification>;
/** How far the trail is sealed, and the last verifications, the latest first. */
export const TrailState = z
  .object({
    seals: z.number().int(),
    lastSealHash: z.string().nullable(),
    lastSealedAt: Instant.nullable(),
    unsealedRows: z.number().int(),
    /** When the row that has waited longest for its seal was recorded; null when none waits. */
    oldestUnsealedAt: Instant.nullable(),
    /** By the server's clock: what the age of that row is reckoned by. */
    readAt: Instant,
    verifications: z.array(TrailVerification),
  })
  .meta({ id: 'TrailState' });
export type TrailState = z.infer<typeof TrailState>;
