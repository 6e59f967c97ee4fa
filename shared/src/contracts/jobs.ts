import { z } from 'zod';
import { JOB_STATES } from './jobs.limits.ts';
import { Cursor, Instant } from './primitives.ts';

export const JobName = z
  .string()
  .max(64)
  .regex(/^[a-z0-9:_-]+$/);
/** One recurring piece of background work. */
export const JobRow = z
  .object({
    name: z.string(),
    state: z.enum(JOB_STATES),
    /** People may stop it for a while. */
    isStoppable: z.boolean(),
    /** A run was asked for and has not ended yet. */
    isRunWanted: z.boolean(),
    startedAt: Instant.nullable(),
    /** When a run last ended well. */
    finishedAt: Instant.nullable(),
    nextAt: Instant.nullable(),
    /** Failures in a row. */
    attempts: z.number().int(),
    /** The last failure, also after it was got over; the sentence is errorSentence(code). */
    lastFailure: z.object({ at: Instant, code: z.string(), hint: z.string() }).nullable(),
    /** How far the piece of work in hand is; the total may be unknown. */
    units: z.object({ done: z.number().int(), total: z.number().int().nullable() }).nullable(),
  })
  .meta({ id: 'JobRow' });
export type JobRow = z.infer<typeof JobRow>;
export const JobListQuery = z.object({
  limit: z.coerce.number().int().min(1).max(50).default(50),
  cursor: Cursor.optional(),
  state: z.enum(JOB_STATES).optional(),
});
export type JobListQuery = z.input<typeof JobListQuery>;
/** By name; as of the moment it was read. */
export const JobRows = z
  .object({ rows: z.array(JobRow), total: z.number().int(), nextCursor: Cursor.nullable() })
  .meta({ id: 'JobRows' });
export type JobRows = z.infer<typeof JobRows>;
