import { z } from 'zod';
import { CampaignResults } from './campaign-results.ts';
import {
  CAMPAIGN_ACTS,
  CAMPAIGN_CHANNELS,
  CAMPAIGN_GROUPS_MAX,
  CAMPAIGN_NAME_MAX,
  CAMPAIGN_PRODUCTS_MAX,
  CAMPAIGN_REASON_MAX,
  CAMPAIGN_REASON_MIN,
  CAMPAIGN_REASONS,
  CAMPAIGN_SEGMENTS_MAX,
  CAMPAIGN_STATES,
  CAMPAIGN_STOPS,
  DELIVERY_STATES,
  POST_REFUSALS,
  POST_VIEWERS_NAMED,
  VIEWER_STANDINGS,
} from './campaigns.limits.ts';
import { CONTENT_KINDS, CONTENT_LABELS } from './content.limits.ts';
import { ContentId, Cursor, Instant, ProductId, PublicId } from './primitives.ts';
import { SegmentKey } from './segments.ts';

/** Counts every change: handed back with the next one, so that nobody acts on what they have not seen. */
const Revision = z.number().int().min(1);
const Sha256 = z.string().length(64);
const Count = z.number().int();
const Segments = z.array(SegmentKey).max(CAMPAIGN_SEGMENTS_MAX);
const Person = z.object({ staffId: PublicId, name: z.string() });

/** What a person writes. Nobody but members of the sender's own book ever gets it. */
export const CampaignDraft = z
  .object({
    /** For staff. */
    name: z.string().trim().min(1).max(CAMPAIGN_NAME_MAX),
    /** A published text; its version and hash are noted when it is saved. */
    contentId: ContentId,
    /**
     * Products that it is about. Those that the text names are added by the server. With none it is education, and no
     * match is asked for.
     */
    productIds: z.array(ProductId).max(CAMPAIGN_PRODUCTS_MAX),
    channel: z.enum(CAMPAIGN_CHANNELS),
    /**
     * Of a post in groups: groups of the sender's. A post goes to whoever is there, so posts have no segments; other
     * channels have no groups.
     */
    groupIds: z.array(PublicId).max(CAMPAIGN_GROUPS_MAX),
    /** Members in any of these; empty: the whole book of the sender. */
    segmentKeys: Segments,
    /** Members in any of these are left out. */
    excludedSegmentKeys: Segments,
    /** Null: as soon as it is approved. */
    scheduledFor: Instant.nullable(),
  })
  .meta({ id: 'CampaignDraft' });
export type CampaignDraft = z.infer<typeof CampaignDraft>;

export const CampaignRow = z
  .object({
    campaignId: PublicId,
    name: z.string(),
    state: z.enum(CAMPAIGN_STATES),
    channel: z.enum(CAMPAIGN_CHANNELS),
    contentTitle: z.string(),
    /** Who wrote it down; a relationship manager may, and hands it over. */
    writer: Person,
    /** The adviser who answers for it and sends it; null: not handed over yet. */
    sender: Person.nullable(),
    scheduledFor: Instant.nullable(),
    /** Of the last preview; null before there is one. */
    included: Count.nullable(),
    /** Null before sending has begun. */
    sent: Count.nullable(),
    changedAt: Instant,
  })
  .meta({ id: 'CampaignRow' });
export type CampaignRow = z.infer<typeof CampaignRow>;

export const CampaignQuery = z.object({
  limit: z.coerce.number().int().min(1).max(50).default(20),
  cursor: Cursor.optional(),
  state: z.enum(CAMPAIGN_STATES).optional(),
});
export type CampaignQuery = z.input<typeof CampaignQuery>;
/** The last changed first: the caller's own, or everybody's for compliance. */
export const CampaignRows = z
  .object({ rows: z.array(CampaignRow), total: Count, nextCursor: Cursor.nullable() })
  .meta({ id: 'CampaignRows' });
export type CampaignRows = z.infer<typeof CampaignRows>;

/** What was seen, by its code, about what: see `CampaignMember`. */
const Details = z.array(z.object({ code: z.string(), about: z.string() }));

/** Who would read a post, and what the strictest of them lets it be (I-07). */
export const PostPreview = z
  .object({
    /** Everybody who would read it: customers in the groups, or contacts of the sender. */
    viewers: Count,
    /** Null: it may go out. */
    refusal: z.enum(POST_REFUSALS).nullable(),
    /** Nothing but education, since a viewer lets pass no more. */
    isEducationOnly: z.boolean(),
    /** Who forces it, the strictest first; only those there are. */
    forcedBy: z.array(
      z.object({
        standing: z.enum(VIEWER_STANDINGS),
        viewers: Count,
        /** Of the sender's own book, masked; others are counted only. */
        people: z.array(z.object({ memberId: PublicId, displayName: z.string() })).max(POST_VIEWERS_NAMED),
        /** What speaks against the products, each once. */
        details: Details,
      }),
    ),
    /** Empty for Moments. */
    groups: z.array(z.object({ groupId: PublicId, name: z.string(), viewers: Count })),
  })
  .meta({ id: 'PostPreview' });
export type PostPreview = z.infer<typeof PostPreview>;

/** A stored preview: it never changes; a later one is another. */
export const CampaignPreview = z
  .object({
    previewId: PublicId,
    /** Of the campaign that it was taken of. */
    revision: Revision,
    takenAt: Instant,
    /** For when it was looked ahead: the time of sending. */
    plannedFor: Instant,
    included: Count,
    excluded: Count,
    /** How many are left out for which reason, in the order of the reasons; only those there are. */
    reasons: z.array(z.object({ reason: z.enum(CAMPAIGN_REASONS), members: Count })),
    /** Over its rows. */
    sha256: Sha256,
    /** Something was edited since: it cannot be handed in any more. */
    isStale: z.boolean(),
    /** Of a post; null for what goes to members one by one. Its `included` are those who are members. */
    post: PostPreview.nullable(),
  })
  .meta({ id: 'CampaignPreview' });
export type CampaignPreview = z.infer<typeof CampaignPreview>;

export const CampaignDetail = CampaignRow.extend({
  revision: Revision,
  draft: CampaignDraft,
  content: z.object({
    contentId: ContentId,
    kind: z.enum(CONTENT_KINDS),
    label: z.enum(CONTENT_LABELS),
    title: z.string(),
    version: Count,
    /** Over what members read of it. */
    sha256: Sha256,
    /** False: it was withdrawn, or a newer version is out; save again to take that. */
    isCurrent: z.boolean(),
  }),
  /** All that are matched with each member; `isNamed`: found in the text by the server. */
  products: z.array(
    z.object({ productId: ProductId, code: z.string(), name: z.string(), isNamed: z.boolean() }),
  ),
  /** What the keys of its draft are called, those of retired ones too. */
  segments: z.array(z.object({ key: SegmentKey, name: z.string() })),
  /** Groups of its draft. */
  groups: z.array(z.object({ groupId: PublicId, name: z.string() })),
  preview: CampaignPreview.nullable(),
  /** Of the open review: over the campaign and its preview. */
  review: z
    .object({
      reviewId: PublicId,
      sha256: Sha256,
      requesterName: z.string(),
      requestedAt: Instant,
    })
    .nullable(),
  lastReview: z
    .object({
      isApproved: z.boolean(),
      comment: z.string(),
      reviewerName: z.string(),
      decidedAt: Instant,
    })
    .nullable(),
  /** Of a stopped one. */
  stoppedFor: z.enum(CAMPAIGN_STOPS).nullable(),
  /** Of a cancelled one: what was said. */
  cancelReason: z.string().nullable(),
  /** Null before sending has begun. */
  results: CampaignResults.nullable(),
  mayDo: z.array(z.enum(CAMPAIGN_ACTS)),
}).meta({ id: 'CampaignDetail' });
export type CampaignDetail = z.infer<typeof CampaignDetail>;

export const SaveCampaign = z
  .object({ draft: CampaignDraft, revision: Revision })
  .meta({ id: 'SaveCampaign' });
export type SaveCampaign = z.infer<typeof SaveCampaign>;
/** One tap: the adviser answers for it from now on, for the adviser's own book. */
export const HandOverCampaign = z
  .object({ adviserId: PublicId, revision: Revision })
  .meta({ id: 'HandOverCampaign' });
export type HandOverCampaign = z.infer<typeof HandOverCampaign>;
/** Looks at every member of the audience and keeps what it found. */
export const TakePreview = z.object({ revision: Revision }).meta({ id: 'TakePreview' });
export type TakePreview = z.infer<typeof TakePreview>;
/** Hands in exactly the campaign and the preview that were looked at. */
export const SubmitCampaign = z
  .object({ revision: Revision, previewSha256: Sha256 })
  .meta({ id: 'SubmitCampaign' });
export type SubmitCampaign = z.infer<typeof SubmitCampaign>;
export const CancelCampaign = z
  .object({ reason: z.string().trim().min(CAMPAIGN_REASON_MIN).max(CAMPAIGN_REASON_MAX) })
  .meta({ id: 'CancelCampaign' });
export type CancelCampaign = z.infer<typeof CancelCampaign>;

/**
 * A member of the preview, and what became of it. Details: with UNSUITABLE a reason of the match
 * (`matchReasonSentences`) about the product named; with EXCLUDED and HELD_OUT `SEGMENT` about the segment named; with
 * STOPPED `BRAKE` about what is stopped.
 */
export const CampaignMember = z
  .object({
    /** Null: somebody who reads a post and is in no book that the caller may see. */
    memberId: PublicId.nullable(),
    /** Masked. */
    displayName: z.string(),
    /** Null: included. */
    reason: z.enum(CAMPAIGN_REASONS).nullable(),
    details: Details,
    /** Null: not included, or not its turn yet. */
    delivery: z
      .object({
        state: z.enum(DELIVERY_STATES),
        /** Of a dropped one: the fact that had changed. */
        reason: z.enum(CAMPAIGN_REASONS).nullable(),
        details: Details,
        at: Instant,
      })
      .nullable(),
  })
  .meta({ id: 'CampaignMember' });
export type CampaignMember = z.infer<typeof CampaignMember>;

export const CampaignMemberQuery = z.object({
  limit: z.coerce.number().int().min(1).max(50).default(20),
  cursor: Cursor.optional(),
  which: z.enum(['included', 'excluded', 'dropped']).default('included'),
  reason: z.enum(CAMPAIGN_REASONS).optional(),
});
export type CampaignMemberQuery = z.input<typeof CampaignMemberQuery>;
/** Of the last preview; from submission on, of the approved one. */
export const CampaignMembers = z
  .object({ rows: z.array(CampaignMember), total: Count, nextCursor: Cursor.nullable() })
  .meta({ id: 'CampaignMembers' });
export type CampaignMembers = z.infer<typeof CampaignMembers>;

export const CampaignOptionsQuery = z.object({
  /** Part of a title; the latest when absent. */
  search: z.string().trim().max(60).optional(),
});
export type CampaignOptionsQuery = z.input<typeof CampaignOptionsQuery>;
/** What the wizard offers. */
export const CampaignOptions = z
  .object({
    contents: z.array(
      z.object({
        contentId: ContentId,
        kind: z.enum(CONTENT_KINDS),
        label: z.enum(CONTENT_LABELS),
        title: z.string(),
      }),
    ),
    /** Built-in ones and live ones that somebody defined. */
    segments: z.array(z.object({ key: SegmentKey, name: z.string() })),
    /** On sale. */
    products: z.array(z.object({ productId: ProductId, code: z.string(), name: z.string() })),
    /** Registered now, of the caller's branch; to hand over to. */
    advisers: z.array(Person.extend({ registrationNo: z.string() })),
    /** Customer groups that WeCom names the caller as owner of; to post in. */
    groups: z.array(z.object({ groupId: PublicId, name: z.string(), memberCount: Count })),
    /** The caller may send: an adviser whose registration is in force. */
    maySend: z.boolean(),
  })
  .meta({ id: 'CampaignOptions' });
export type CampaignOptions = z.infer<typeof CampaignOptions>;
