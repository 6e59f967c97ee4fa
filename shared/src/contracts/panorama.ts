import { z } from 'zod';
import { ArchivedEntry } from './archive.ts';
import { FEED_REASONS } from './feed.ts';
import { CONSENT_PURPOSES, RESTRICTION_REASONS } from './identity.limits.ts';
import { EVENT_SOURCES } from './engagement.limits.ts';
import {
  FACT_CHANNELS,
  PANORAMA_CARDS,
  PANORAMA_PAGE_MAX,
  PANORAMA_ROWS_MAX,
  WITHHELD,
} from './panorama.limits.ts';
import { CivilDay, Cursor, FenAmount, Instant, PublicId } from './primitives.ts';
import { GROUPS, STAGES } from './scoring.limits.ts';

const Count = z.number().int();
const rows = <Row extends z.ZodType>(row: Row) => z.array(row).max(PANORAMA_ROWS_MAX);

/** One decision about one text, the latest first; the first of a purpose is the state of it. */
export const PanoramaConsent = z.object({
  purpose: z.enum(CONSENT_PURPOSES),
  isGranted: z.boolean(),
  textVersion: z.string(),
  /** The text is the one in force: an older one no longer permits anything. */
  isTextCurrent: z.boolean(),
  channel: z.string(),
  decidedAt: Instant,
});
/** One interval of the kept score: it held from one day boundary until, exclusively, another. */
export const PanoramaScore = z.object({
  fromAsOf: CivilDay,
  toAsOf: CivilDay.nullable(),
  scoreHundredths: Count,
  group: z.enum(GROUPS),
  amountBand: Count,
  frequencyBand: Count,
  benefitBand: Count,
  preset: z.string(),
  modelVersion: Count,
  recordedAt: Instant,
});
export const PanoramaStage = z.object({
  stage: z.enum(STAGES),
  reachedOn: CivilDay,
  fromAsOf: CivilDay,
  toAsOf: CivilDay.nullable(),
});

/** Everything that is known of one member beside the pages of facts and events, each part with where it is from. */
export const MemberPanorama = z
  .object({
    memberId: PublicId,
    /** When all of it was read, by the server's clock: the as-of of every figure without one of its own. */
    readAt: Instant,
    /** Null: shown. What is withheld is empty below. */
    withheld: z.object({
      events: z.enum(WITHHELD).nullable(),
      scores: z.enum(WITHHELD).nullable(),
      stages: z.enum(WITHHELD).nullable(),
    }),
    restriction: z.object({ reason: z.enum(RESTRICTION_REASONS), since: Instant }).nullable(),
    consents: rows(PanoramaConsent),
    /** Names in other systems, without the names themselves. */
    identities: rows(z.object({ kind: z.string(), issuer: z.string(), linkedAt: Instant })),
    /** Registrations that were read as this one, and from when to when. */
    merged: rows(z.object({ memberId: PublicId, validFrom: Instant, validTo: Instant.nullable() })),
    advisers: rows(z.object({ name: z.string(), boundAt: Instant, unboundAt: Instant.nullable() })),
    /** Of all days, as the rollup counts them. */
    engagement: rows(z.object({ type: z.string(), count: Count, valueSum: Count, lastAt: Instant })),
    completions: rows(z.object({ title: z.string(), version: Count, completedAt: Instant })),
    reading: rows(z.object({ title: z.string(), readPercent: Count, updatedAt: Instant })),
    quizzes: rows(z.object({ title: z.string(), correct: Count, total: Count, submittedAt: Instant })),
    paths: rows(z.object({ title: z.string(), completedAt: Instant })),
    /** The latest first. */
    scores: rows(PanoramaScore),
    stages: rows(PanoramaStage),
    /** What stands first on the member's home page now; null when the member has not agreed to the service. */
    feed: z
      .object({
        isPersonalised: z.boolean(),
        cards: z
          .array(
            z.object({
              title: z.string(),
              reason: z.object({
                code: z.enum(FEED_REASONS),
                params: z.record(z.string(), z.string()),
              }),
            }),
          )
          .max(PANORAMA_CARDS),
      })
      .nullable(),
  })
  .meta({ id: 'MemberPanorama' });
export type MemberPanorama = z.infer<typeof MemberPanorama>;

export const PanoramaPageQuery = z.object({
  limit: z.coerce.number().int().min(1).max(PANORAMA_PAGE_MAX).default(20),
  cursor: Cursor.optional(),
});
export type PanoramaPageQuery = z.input<typeof PanoramaPageQuery>;

const FactName = z.object({
  issuer: z.string(),
  /** Id in the system that told it. */
  sourceId: z.string(),
  kind: z.string(),
});
/** A fact as it was told. Nothing is ever rewritten: what corrects it is another fact that names it. */
export const MemberFact = FactName.extend({
  occurredAt: Instant,
  recordedAt: Instant,
  /** How it came, and with which import. */
  channel: z.enum(FACT_CHANNELS),
  importId: PublicId.nullable(),
  /** Null where the kind has none. */
  amountFen: FenAmount.nullable(),
  benefitFen: FenAmount.nullable(),
  benefitSource: z.string().nullable(),
  currency: z.string(),
  productCode: z.string().nullable(),
  targetProductCode: z.string().nullable(),
  /** The fact that this one confirms, pays back or belongs to. */
  refSourceId: z.string().nullable(),
  /** Facts that name this one. */
  referredBy: rows(FactName.extend({ occurredAt: Instant, amountFen: FenAmount.nullable() })),
}).meta({ id: 'MemberFact' });
export type MemberFact = z.infer<typeof MemberFact>;
/** The latest first; `total` is of all pages. */
export const MemberFactPage = z
  .object({
    withheld: z.enum(WITHHELD).nullable(),
    rows: z.array(MemberFact).max(PANORAMA_PAGE_MAX),
    total: Count,
    nextCursor: Cursor.nullable(),
    readAt: Instant,
  })
  .meta({ id: 'MemberFactPage' });
export type MemberFactPage = z.infer<typeof MemberFactPage>;

export const MemberEvent = z
  .object({
    eventId: PublicId,
    type: z.string(),
    occurredAt: Instant,
    recordedAt: Instant,
    source: z.enum(EVENT_SOURCES),
    /** Of the lesson it is about, as published now. */
    lessonTitle: z.string().nullable(),
    value: Count.nullable(),
    /** The phone's clock was off: the server's time stands for it. */
    isClockSuspect: z.boolean(),
  })
  .meta({ id: 'MemberEvent' });
export type MemberEvent = z.infer<typeof MemberEvent>;
export const MemberEventPage = z
  .object({
    withheld: z.enum(WITHHELD).nullable(),
    rows: z.array(MemberEvent).max(PANORAMA_PAGE_MAX),
    nextCursor: Cursor.nullable(),
    readAt: Instant,
  })
  .meta({ id: 'MemberEventPage' });
export type MemberEventPage = z.infer<typeof MemberEventPage>;

/** What was said with staff in WeCom, the latest first, as far as the archive keeps it. */
export const MemberMessagePage = z
  .object({
    /** `NOT_LINKED`: nobody of WeCom's contacts is known to be this member. */
    withheld: z.enum(WITHHELD).nullable(),
    isArchiveOn: z.boolean(),
    /** The present adviser: whether they have a seat, and whether the member agreed; null: nobody asked. */
    adviser: z
      .object({ name: z.string(), isKept: z.boolean(), hasAgreed: z.boolean().nullable() })
      .nullable(),
    rows: z.array(ArchivedEntry).max(PANORAMA_PAGE_MAX),
    nextCursor: Cursor.nullable(),
    readAt: Instant,
  })
  .meta({ id: 'MemberMessagePage' });
export type MemberMessagePage = z.infer<typeof MemberMessagePage>;
