import { z } from 'zod';
import {
  CLIENT_EVENT_TYPES,
  DWELL_SECONDS_MAX,
  EVENTS_PER_BATCH_MAX,
  SERVER_EVENT_TYPES,
} from './engagement.limits.ts';
import { Instant, PublicId } from './primitives.ts';

export const ReportedEvent = z
  .object({
    /** UUIDv7 made on the phone; the same id takes effect once. */
    eventId: PublicId,
    /** A server-only type is refused by a verdict, not by failing the batch. */
    type: z.enum([...CLIENT_EVENT_TYPES, ...SERVER_EVENT_TYPES]),
    occurredAt: Instant,
    contentId: PublicId.optional(),
    /** Seconds of reading for content_dwelled. */
    value: z.number().int().min(0).max(DWELL_SECONDS_MAX).optional(),
    schemaVersion: z.literal(1).default(1),
  })
  .meta({ id: 'ReportedEvent' });
export type ReportedEvent = z.input<typeof ReportedEvent>;

export const RecordEvents = z
  .object({ events: z.array(ReportedEvent).min(1).max(EVENTS_PER_BATCH_MAX) })
  .meta({ id: 'RecordEvents' });
export type RecordEvents = z.input<typeof RecordEvents>;

export const EventVerdicts = z
  .object({
    verdicts: z.array(
      z.object({
        eventId: PublicId,
        verdict: z.enum(['recorded', 'duplicate', 'refused']),
        /** Reason of a refusal, such as engagement.server_only_type. */
        code: z.string().nullable(),
      }),
    ),
  })
  .meta({ id: 'EventVerdicts' });
export type EventVerdicts = z.infer<typeof EventVerdicts>;
