import { z } from 'zod';
import {
  CLIENT_EVENT_TYPES,
  DWELL_SECONDS_MAX,
  EVENTS_PER_BATCH_MAX,
  SERVER_EVENT_TYPES,
  SERVICE_EVENT_KINDS,
  SERVICE_EVENTS_PER_BATCH_MAX,
} from './engagement.limits.ts';
import { CivilDay, ContentId, Instant, ProductId, PublicId } from './primitives.ts';

export const ReportedEvent = z
  .object({
    /** UUIDv7 made on the phone; the same id takes effect once. */
    eventId: PublicId,
    /** A server-only type is refused by a verdict, not by failing the batch. */
    type: z.enum([...CLIENT_EVENT_TYPES, ...SERVER_EVENT_TYPES]),
    occurredAt: Instant,
    /** What it is about: which of the two a type needs is in CLIENT_EVENTS, and its verdict says when it is missing. */
    contentId: ContentId.optional(),
    productId: ProductId.optional(),
    /** How the member came here. */
    channelId: PublicId.optional(),
    campaignId: PublicId.optional(),
    /** One visit, made up by the phone. */
    sessionId: PublicId.optional(),
    /** Seconds of reading or watching. */
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

/** An id of another system: no white space at its ends, no control characters. */
const code = z
  .string()
  .max(64)
  .regex(/^[^\s\p{Cc}]([^\p{Cc}]*[^\s\p{Cc}])?$/u);
/** Assessments and consultations as other systems saw them; unique by (issuer, sourceId). */
export const RecordServiceEvents = z
  .object({
    events: z
      .array(
        z.object({
          sourceId: code,
          kind: z.enum(SERVICE_EVENT_KINDS),
          coreCustomerId: code,
          occurredAt: Instant,
          /** Of a rating: the consultation that was closed; it may come later. */
          refSourceId: code.nullish(),
          /** Of a risk assessment: the first day on which it is valid no more. */
          validUntil: CivilDay.nullish(),
        }),
      )
      .min(1)
      .max(SERVICE_EVENTS_PER_BATCH_MAX),
  })
  .meta({ id: 'RecordServiceEvents' });
export type RecordServiceEvents = z.infer<typeof RecordServiceEvents>;
/** One verdict per row, in their order. */
export const ServiceEventVerdicts = z
  .object({
    verdicts: z.array(
      z.object({
        sourceId: z.string(),
        verdict: z.enum(['recorded', 'duplicate', 'refused']),
        code: z.string().nullable(),
        /** The field that a refusal is about. */
        field: z.string().nullable(),
        /** Recorded, but no member has linked this customer yet: it counts from that moment on. */
        isWaiting: z.boolean(),
      }),
    ),
  })
  .meta({ id: 'ServiceEventVerdicts' });
export type ServiceEventVerdicts = z.infer<typeof ServiceEventVerdicts>;
