import { z } from 'zod';
import { CivilDay, Cursor, Instant } from './primitives.ts';
import { RETENTION_ENDS, RETENTION_LINES } from './retention.limits.ts';

const Count = z.number().int();

/** One line of the retention table, and what the job has done about it. */
export const RetentionRow = z
  .object({
    code: z.enum(RETENTION_LINES),
    end: z.enum(RETENTION_ENDS),
    /** How long it is kept; null where no time is set. */
    keptMonths: Count.nullable(),
    /** Tables of the database; `table#part` where two lines share one. */
    tables: z.array(z.string()),
    /** Of lines that the job ends; null before its first run. */
    purge: z
      .object({
        /** What was recorded before this day is gone, or going. */
        before: CivilDay,
        startedAt: Instant,
        /** Null while it is under way. */
        finishedAt: Instant.nullable(),
        /** Rows deleted by the last run, and by all of them. */
        removed: Count,
        removedInAll: Count,
      })
      .nullable(),
  })
  .meta({ id: 'RetentionRow' });
export type RetentionRow = z.infer<typeof RetentionRow>;

/** The whole table; it has as many lines as there are reasons to keep something. */
export const RetentionRows = z
  .object({ rows: z.array(RetentionRow), total: Count, nextCursor: Cursor.nullable() })
  .meta({ id: 'RetentionRows' });
export type RetentionRows = z.infer<typeof RetentionRows>;
