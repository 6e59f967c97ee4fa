import { z } from 'zod';
import { IMPORT_FILE_NAME_MAX, IMPORT_KINDS, IMPORT_STATES } from './imports.limits.ts';
import { Cursor, Instant, PublicId } from './primitives.ts';

export const ImportKindParam = z.enum(IMPORT_KINDS);

/** One file on its way in. recorded + duplicates + rejected = lines that were read, blank ones left out. */
export const ImportRow = z
  .object({
    importId: PublicId,
    kind: z.enum(IMPORT_KINDS),
    fileName: z.string().max(IMPORT_FILE_NAME_MAX),
    state: z.enum(IMPORT_STATES),
    /** Somebody asked it to stop; it does so after the lines in hand. */
    isCancelWanted: z.boolean(),
    requestedByName: z.string(),
    requestedAt: Instant,
    startedAt: Instant.nullable(),
    finishedAt: Instant.nullable(),
    /** Progress: bytesDone of bytesTotal. */
    bytesDone: z.number().int(),
    bytesTotal: z.number().int(),
    /** Number of the last line that was read; the header is line 1. */
    linesDone: z.number().int(),
    recorded: z.number().int(),
    /** Those of the recorded that wait for a member to link their customer. */
    waiting: z.number().int(),
    /** Told before with the same content; nothing was written. */
    duplicates: z.number().int(),
    rejected: z.number().int(),
    /** How often which reason was met, the most frequent first; the sentence is errorSentence(code). */
    reasons: z.array(z.object({ code: z.string(), count: z.number().int() })),
    /** The rejected lines with their reasons can be fetched. */
    hasRejects: z.boolean(),
    /** Why it failed. */
    failureCode: z.string().nullable(),
  })
  .meta({ id: 'ImportRow' });
export type ImportRow = z.infer<typeof ImportRow>;
export const ImportListQuery = z.object({
  limit: z.coerce.number().int().min(1).max(50).default(20),
  cursor: Cursor.optional(),
  kind: z.enum(IMPORT_KINDS).optional(),
  state: z.enum(IMPORT_STATES).optional(),
});
export type ImportListQuery = z.input<typeof ImportListQuery>;
/** The latest first. */
export const ImportRows = z
  .object({ rows: z.array(ImportRow), total: z.number().int(), nextCursor: Cursor.nullable() })
  .meta({ id: 'ImportRows' });
export type ImportRows = z.infer<typeof ImportRows>;
