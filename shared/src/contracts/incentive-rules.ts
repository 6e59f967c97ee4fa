import { z } from 'zod';
import {
  EARNING_EVENTS,
  GUARD_CODES,
  GUARDED_REQUIREMENTS,
  HOLDOUT_PERCENT_MAX,
  STEP_DAYS,
} from '../incentives/index.ts';
import {
  AWARDS_OF_ONE_MEMBER_MAX,
  AWARDS_OF_ONE_RULE_MAX,
  BADGE_NAME_MAX,
  COOL_DOWN_HOURS_MAX,
  EXPIRES_AFTER_DAYS_MAX,
  GROUP_NAME_MAX,
  INCENTIVE_ACTS,
  INCENTIVE_MOVES,
  INCENTIVE_NAME_MAX,
  INCENTIVE_PHASES,
  INCENTIVE_REASON_MAX,
  INCENTIVE_TITLE_MAX,
  MISSION_DAYS_MAX,
  MISSION_LESSONS_MAX,
  MISSION_STEP_COUNT_MAX,
  MISSION_STEPS_MAX,
  MOVE_REASON_MAX,
  MOVE_REASON_MIN,
  PENDING_DAYS_MAX,
  POINTS_OF_ONE_AWARD_MAX,
  PRIORITY_MAX,
  VALUE_FEN_OF_ONE_AWARD_MAX,
  VALUE_FEN_OF_ONE_RULE_MAX,
} from './incentive-rules.limits.ts';
import { ContentId, Cursor, Instant, PublicId } from './primitives.ts';
import { ITEM_TITLE_MAX } from './redemption.limits.ts';
import { RuleTree } from './segment-definitions.ts';

const Text = (longest: number) => z.string().trim().min(1).max(longest);
const Whole = (least: number, most: number) => z.number().int().min(least).max(most);
const AtMost = Whole(1, AWARDS_OF_ONE_MEMBER_MAX).nullable();

/** What has to happen before the event that completes it, which is the one the rule waits for. */
export const IncentiveMission = z
  .object({
    steps: z
      .array(
        z.object({
          event: z.enum(EARNING_EVENTS),
          count: Whole(1, MISSION_STEP_COUNT_MAX),
          /** Lessons and lives that count; null: any. */
          contentIds: z.array(ContentId).min(1).max(MISSION_LESSONS_MAX).nullable(),
          /** On which days: any, as many different ones, or as many in a row. */
          days: z.enum(STEP_DAYS),
        }),
      )
      .min(1)
      .max(MISSION_STEPS_MAX),
    /** One step after the other; else in any order. */
    isOrdered: z.boolean(),
    /** Null: within the days of the rule. */
    withinDays: Whole(1, MISSION_DAYS_MAX).nullable(),
  })
  .meta({ id: 'IncentiveMission' });
export type IncentiveMission = z.infer<typeof IncentiveMission>;

export const IncentiveThen = z
  .discriminatedUnion('kind', [
    z.object({ kind: z.literal('points'), points: Whole(1, POINTS_OF_ONE_AWARD_MAX) }),
    z.object({ kind: z.literal('badge'), badge: Text(BADGE_NAME_MAX) }),
    z.object({
      kind: z.literal('voucher'),
      entitlement: z.literal('CONSULTATION'),
      /** What one consultation costs the firm. */
      valueFen: Whole(0, VALUE_FEN_OF_ONE_AWARD_MAX),
    }),
    z.object({
      /** An item of the catalogue, without points; worth what it is worth there. */
      kind: z.literal('coupon'),
      itemId: PublicId,
      /** As it is called in the catalogue: what the reviewer reads. */
      title: Text(ITEM_TITLE_MAX),
    }),
  ])
  .meta({ id: 'IncentiveThen' });
export type IncentiveThen = z.infer<typeof IncentiveThen>;

/** What a person writes: all of it is reviewed. Whether its condition is whole, the check says with its places. */
export const IncentiveDraft = z
  .object({
    /** For staff. */
    name: Text(INCENTIVE_NAME_MAX),
    /** For members: what it is called, and why they are thanked. */
    title: Text(INCENTIVE_TITLE_MAX),
    reason: Text(INCENTIVE_REASON_MAX),
    when: z.enum(EARNING_EVENTS),
    /** Over the event, its member and what came before; null: every such event. */
    condition: RuleTree.nullable(),
    mission: IncentiveMission.nullable(),
    then: IncentiveThen,
    /** Of one member. */
    limits: z.object({
      perDay: AtMost,
      perWeek: AtMost,
      total: AtMost,
      coolDownHours: Whole(1, COOL_DOWN_HOURS_MAX).nullable(),
      /** Until points can be spent. */
      pendingDays: Whole(0, PENDING_DAYS_MAX),
      expiresAfterDays: Whole(1, EXPIRES_AFTER_DAYS_MAX).nullable(),
    }),
    /** Of all members together, over all versions. */
    budget: z.object({
      awardsMax: Whole(1, AWARDS_OF_ONE_RULE_MAX),
      valueFenMax: Whole(0, VALUE_FEN_OF_ONE_RULE_MAX),
    }),
    schedule: z.object({
      /** Null: from the approval on; one that is past by then counts from the approval too. */
      from: Instant.nullable(),
      /** Exclusive. */
      until: Instant,
    }),
    /** The higher one comes first. */
    priority: Whole(0, PRIORITY_MAX),
    /** Of rules in one group, one event is answered by the first alone. */
    stackingGroup: Text(GROUP_NAME_MAX).nullable(),
    holdoutPercent: Whole(0, HOLDOUT_PERCENT_MAX),
  })
  .meta({ id: 'IncentiveDraft' });
export type IncentiveDraft = z.infer<typeof IncentiveDraft>;

/** Counts every change: handed back with the next one, so that nobody acts on what they have not seen. */
const Revision = z.number().int().min(1);

/** What a rule may give and has given; null before a version was approved. */
export const IncentiveBudget = z
  .object({
    awardsMax: z.number().int(),
    valueFenMax: z.number().int(),
    awardsUsed: z.number().int(),
    pointsUsed: z.number().int(),
    valueFenUsed: z.number().int(),
  })
  .meta({ id: 'IncentiveBudget' });
export type IncentiveBudget = z.infer<typeof IncentiveBudget>;

export const IncentiveRow = z
  .object({
    ruleId: PublicId,
    ruleNo: z.number().int(),
    name: z.string(),
    phase: z.enum(INCENTIVE_PHASES),
    /** The last approved one; 0 before there is one. */
    version: z.number().int(),
    /** Something is written that is not approved; it may be with the reviewer. */
    hasDraft: z.boolean(),
    isInReview: z.boolean(),
    when: z.enum(EARNING_EVENTS),
    then: IncentiveThen,
    validFrom: Instant.nullable(),
    validUntil: Instant.nullable(),
    budget: IncentiveBudget.nullable(),
    authorName: z.string(),
    changedAt: Instant,
  })
  .meta({ id: 'IncentiveRow' });
export type IncentiveRow = z.infer<typeof IncentiveRow>;

export const IncentiveQuery = z.object({
  limit: z.coerce.number().int().min(1).max(50).default(50),
  cursor: Cursor.optional(),
  /** All that are not retired when absent. */
  phase: z.enum(INCENTIVE_PHASES).optional(),
});
export type IncentiveQuery = z.input<typeof IncentiveQuery>;
/** The last changed first. */
export const IncentiveRows = z
  .object({ rows: z.array(IncentiveRow), total: z.number().int(), nextCursor: Cursor.nullable() })
  .meta({ id: 'IncentiveRows' });
export type IncentiveRows = z.infer<typeof IncentiveRows>;

/** What was approved; it never changes, but that a newer version ends its days. */
export const IncentiveVersion = z
  .object({
    version: z.number().int(),
    written: IncentiveDraft,
    sha256: z.string().length(64),
    /** Of one award, as it was worth at the approval. */
    valueFen: z.number().int(),
    validFrom: Instant,
    validUntil: Instant,
    authorName: z.string(),
    approvedByName: z.string(),
    approvedAt: Instant,
  })
  .meta({ id: 'IncentiveVersion' });
export type IncentiveVersion = z.infer<typeof IncentiveVersion>;

export const IncentiveStep = z
  .object({
    act: z.enum(INCENTIVE_ACTS),
    at: Instant,
    /** Null: the system, when the budget had no room. */
    byName: z.string().nullable(),
    reason: z.string().nullable(),
  })
  .meta({ id: 'IncentiveStep' });
export type IncentiveStep = z.infer<typeof IncentiveStep>;

export const IncentiveDetail = IncentiveRow.extend({
  revision: Revision,
  draft: IncentiveDraft.nullable(),
  /** Of the open review, whose hash is over the draft and what it means now. */
  review: z
    .object({
      reviewId: PublicId,
      sha256: z.string().length(64),
      requesterName: z.string(),
      requestedAt: Instant,
      mayDecide: z.boolean(),
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
  /** The latest first. */
  versions: z.array(IncentiveVersion),
  steps: z.array(IncentiveStep),
  /** What the reader may do with it now. */
  mayDo: z.array(z.enum(INCENTIVE_ACTS)),
}).meta({ id: 'IncentiveDetail' });
export type IncentiveDetail = z.infer<typeof IncentiveDetail>;

export const SaveIncentive = z
  .object({ draft: IncentiveDraft, revision: Revision })
  .meta({ id: 'SaveIncentive' });
export type SaveIncentive = z.infer<typeof SaveIncentive>;
/** Hands in exactly the draft that was looked at. */
export const SubmitIncentive = z.object({ revision: Revision }).meta({ id: 'SubmitIncentive' });
export type SubmitIncentive = z.infer<typeof SubmitIncentive>;
/** Holds whatever was written meanwhile, and says why. */
export const MoveIncentive = z
  .object({
    act: z.enum(INCENTIVE_MOVES),
    reason: z.string().trim().min(MOVE_REASON_MIN).max(MOVE_REASON_MAX),
  })
  .meta({ id: 'MoveIncentive' });
export type MoveIncentive = z.infer<typeof MoveIncentive>;

export const CheckIncentive = z.object({ draft: IncentiveDraft }).meta({ id: 'CheckIncentive' });
export type CheckIncentive = z.infer<typeof CheckIncentive>;
/** What stands against a rule as it is written. */
export const IncentiveVerdict = z
  .object({
    /** What the guard refuses: the requirement, why, where in the draft, and what was asked for there. */
    refusals: z.array(
      z.object({
        requirement: z.enum(GUARDED_REQUIREMENTS),
        code: z.enum(GUARD_CODES),
        place: z.string(),
        what: z.string(),
      }),
    ),
    /** Of one award, at today's cost. */
    valueFen: z.number().int(),
  })
  .meta({ id: 'IncentiveVerdict' });
export type IncentiveVerdict = z.infer<typeof IncentiveVerdict>;
