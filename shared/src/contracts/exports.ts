import { z } from 'zod';
import {
  EXPORT_COLUMNS_MAX,
  EXPORT_KINDS,
  EXPORT_REASON_MAX,
  EXPORT_REASON_MIN,
  EXPORT_STATES,
} from './exports.limits.ts';
import { Cursor, Instant, PublicId } from './primitives.ts';
import { TrailQuery } from './trail.ts';
import { MemberListQuery } from './workspace.ts';

/** The filters of each list as its page sends them; order and pages are the file's own matter. */
export const MemberExportQuery = MemberListQuery.omit({ limit: true, cursor: true, sort: true }).strict();
export const TrailExportQuery = TrailQuery.omit({ limit: true, cursor: true }).strict();

export const AskExport = z
  .object({
    kind: z.enum(EXPORT_KINDS),
    /** MemberExportQuery or TrailExportQuery, by the kind. */
    query: z.record(z.string().max(40), z.string().max(100)),
    columns: z.array(z.string().max(40)).min(1).max(EXPORT_COLUMNS_MAX),
    /** What it is needed for; who decides reads it, and it stands in the file. */
    reason: z.string().trim().min(EXPORT_REASON_MIN).max(EXPORT_REASON_MAX),
  })
  .strict()
  .meta({ id: 'AskExport' });
export type AskExport = z.infer<typeof AskExport>;

/** One file that somebody asked for. */
export const ExportRow = z
  .object({
    exportId: PublicId,
    /** For people; it stands in the file and in its name. */
    number: z.string(),
    kind: z.enum(EXPORT_KINDS),
    state: z.enum(EXPORT_STATES),
    query: z.record(z.string(), z.string()),
    columns: z.array(z.string()),
    reason: z.string(),
    /** Whether the caller asked for it: only then it can be fetched. */
    isOwn: z.boolean(),
    requestedByName: z.string(),
    requestedAt: Instant,
    /** Of what was asked for; who decides agrees to this and nothing else. */
    sha256: z.string(),
    /** The second person's decision. */
    decision: z.object({ isApproved: z.boolean(), byName: z.string(), at: Instant }).nullable(),
    /** Rows when it was asked for, and how many are written. */
    rowsExpected: z.number().int(),
    rowsDone: z.number().int(),
    finishedAt: Instant.nullable(),
    /** When the file is deleted. */
    expiresAt: Instant.nullable(),
    downloads: z.number().int(),
    failureCode: z.string().nullable(),
  })
  .meta({ id: 'ExportRow' });
export type ExportRow = z.infer<typeof ExportRow>;
export const ExportListQuery = z.object({
  limit: z.coerce.number().int().min(1).max(50).default(20),
  cursor: Cursor.optional(),
  state: z.enum(EXPORT_STATES).optional(),
});
export type ExportListQuery = z.input<typeof ExportListQuery>;
/** The caller's own, the latest first. */
export const ExportRows = z
  .object({ rows: z.array(ExportRow), total: z.number().int(), nextCursor: Cursor.nullable() })
  .meta({ id: 'ExportRows' });
export type ExportRows = z.infer<typeof ExportRows>;
/** A link that works for five minutes without signing in. */
export const ExportLink = z.object({ url: z.string(), fileName: z.string() }).meta({ id: 'ExportLink' });
export type ExportLink = z.infer<typeof ExportLink>;
