import { z } from 'zod';
import {
  RESOLUTIONS,
  RESOLVE_REASON_MAX,
  RESOLVE_REASON_MIN,
  SEND_CHANNELS,
  SEND_STATES,
  SETTLED_BY,
} from './platform-sends.limits.ts';
import { Cursor, Instant, PageQuery } from './primitives.ts';

/** One message of ours to a platform, without receiver and content. */
export const PlatformSendRow = z
  .object({
    sendId: z.string(),
    channel: z.enum(SEND_CHANNELS),
    businessKey: z.string(),
    state: z.enum(SEND_STATES),
    plannedAt: Instant,
    /** Of a planned one: when it is tried. */
    nextAt: Instant.nullable(),
    attempts: z.number().int(),
    sendingAt: Instant.nullable(),
    settledAt: Instant.nullable(),
    settledBy: z.enum(SETTLED_BY).nullable(),
    /** `wechat.43101`, or a code of our own with a sentence in the catalogue. */
    errorCode: z.string().nullable(),
    /** What the platform's people ask for. */
    rid: z.string().nullable(),
    platformId: z.string().nullable(),
    resolverName: z.string().nullable(),
    reason: z.string().nullable(),
  })
  .meta({ id: 'PlatformSendRow' });
export type PlatformSendRow = z.infer<typeof PlatformSendRow>;

const count = z.number().int();
/** The latest first; the counts are over all, whatever the filter. */
export const PlatformSendRows = z
  .object({
    rows: z.array(PlatformSendRow),
    total: count,
    nextCursor: Cursor.nullable(),
    open: z.object({ planned: count, sending: count, unknown: count }),
    /** Of those planned in the last 24 hours. */
    day: z.object({ sent: count, failed: count, withheld: count }),
  })
  .meta({ id: 'PlatformSendRows' });
export type PlatformSendRows = z.infer<typeof PlatformSendRows>;
export const PlatformSendQuery = PageQuery.extend({
  state: z.enum(SEND_STATES).optional(),
  channel: z.enum(SEND_CHANNELS).optional(),
});
export type PlatformSendQuery = z.input<typeof PlatformSendQuery>;
/** What a person found out about an unknown one, and how. */
export const ResolveSend = z
  .object({
    state: z.enum(RESOLUTIONS),
    reason: z.string().trim().min(RESOLVE_REASON_MIN).max(RESOLVE_REASON_MAX),
  })
  .meta({ id: 'ResolveSend' });
export type ResolveSend = z.infer<typeof ResolveSend>;
