import { z } from 'zod';
import { CAMPAIGN_OUTCOMES, CAMPAIGN_REASONS } from './campaigns.limits.ts';
import { Instant } from './primitives.ts';
import { SegmentKey } from './segments.ts';

const Count = z.number().int();

/** What one side of the lot did; null: too few to say, and they could be told one by one. */
const Did = Count.nullable();

/** A segment that was asked for: those whom the lot let pass beside those whom it held back. */
export const CampaignUplift = z
  .object({
    segmentKey: SegmentKey,
    name: z.string(),
    /** Whom the approved preview included, whatever was dropped afterwards. */
    included: Count,
    /** Whom it left out for this segment's lot alone. */
    heldOut: Count,
    outcomes: z.array(
      z.object({
        outcome: z.enum(CAMPAIGN_OUTCOMES),
        included: Did,
        heldOut: Did,
        /** How much larger the share of the included is, with its interval of 95 %; null: too few to say. */
        difference: z.object({ share: z.number(), low: z.number(), high: z.number() }).nullable(),
      }),
    ),
  })
  .meta({ id: 'CampaignUplift' });
export type CampaignUplift = z.infer<typeof CampaignUplift>;

/** What became of those who were included; sent = included − dropped − what is still on its way or was withdrawn. */
export const CampaignResults = z
  .object({
    included: Count,
    queued: Count,
    sent: Count,
    unknown: Count,
    failed: Count,
    withdrawn: Count,
    dropped: Count,
    /** Of the dropped: which fact had changed, in the order of the reasons; only those there are. */
    changes: z.array(z.object({ reason: z.enum(CAMPAIGN_REASONS), members: Count })),
    /** Of the sent, how many did what within the window; see `CAMPAIGN_OUTCOMES`. */
    opened: Count,
    readToEnd: Count,
    consulted: Count,
    converted: Count,
    /** What is done from the first sending until its end counts; null: the first part was stopped. */
    window: z.object({ from: Instant, until: Instant, isOver: z.boolean() }).nullable(),
    /** By segment, in the order of the draft. Null: it did not go out to its end, so its sides are not alike. */
    uplift: z.array(CampaignUplift).nullable(),
  })
  .meta({ id: 'CampaignResults' });
export type CampaignResults = z.infer<typeof CampaignResults>;
