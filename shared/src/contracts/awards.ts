import { z } from 'zod';
import { EARNING_EVENTS, REWARD_KINDS, STEP_DAYS } from '../incentives/index.ts';
import {
  AWARD_HOLDS,
  AWARD_REASON_MAX,
  AWARD_REASON_MIN,
  AWARD_REFUSALS,
  AWARD_STATES,
} from './awards.limits.ts';
import { CivilDay, ContentId, Cursor, Instant, PageQuery, PublicId } from './primitives.ts';

/** What is given: points, or something with a name. */
export const AwardReward = z
  .object({
    kind: z.enum(REWARD_KINDS),
    /** 0 of what is no points. */
    points: z.number().int().min(0),
    /** Of a badge. */
    badge: z.string().nullable(),
  })
  .meta({ id: 'AwardReward' });
export type AwardReward = z.infer<typeof AwardReward>;

/** What a condition saw of the member's own learning; others are not shown to members. */
export const AwardWhy = z.object({ field: z.string(), value: z.union([z.string(), z.number()]) });
export type AwardWhy = z.infer<typeof AwardWhy>;

/** Thanks as its member sees it. */
export const MemberAward = z
  .object({
    awardId: PublicId,
    title: z.string(),
    reason: z.string(),
    reward: AwardReward,
    state: z.enum(AWARD_STATES),
    event: z.enum(EARNING_EVENTS),
    givenAt: Instant,
    /** When its points can be spent; null: at once. */
    pendingUntil: Instant.nullable(),
    why: z.array(AwardWhy),
  })
  .meta({ id: 'MemberAward' });
export type MemberAward = z.infer<typeof MemberAward>;

export const MemberAwardQuery = PageQuery.extend({
  /** Only what this lesson or live was thanked with. */
  contentId: ContentId.optional(),
});
export type MemberAwardQuery = z.input<typeof MemberAwardQuery>;
export const MemberAwards = z
  .object({ rows: z.array(MemberAward), nextCursor: Cursor.nullable() })
  .meta({ id: 'MemberAwards' });
export type MemberAwards = z.infer<typeof MemberAwards>;

export const MissionStepProgress = z.object({
  event: z.enum(EARNING_EVENTS),
  days: z.enum(STEP_DAYS),
  needed: z.number().int().min(1),
  done: z.number().int().min(0),
});

/** Something to do, with what it is thanked with. Steps are empty where one thing alone is thanked for. */
export const MemberMission = z
  .object({
    ruleId: PublicId,
    title: z.string(),
    reason: z.string(),
    reward: AwardReward,
    event: z.enum(EARNING_EVENTS),
    /** The last moment, exclusive. */
    until: Instant,
    isOrdered: z.boolean(),
    steps: z.array(MissionStepProgress),
    /** Thanked for as often as it can be. */
    isDone: z.boolean(),
  })
  .meta({ id: 'MemberMission' });
export type MemberMission = z.infer<typeof MemberMission>;

export const CheckInState = z
  .object({ day: CivilDay, isDone: z.boolean(), streakDays: z.number().int().min(0) })
  .meta({ id: 'CheckInState' });
export type CheckInState = z.infer<typeof CheckInState>;

export const MissionBoard = z
  .object({ checkIn: CheckInState, missions: z.array(MemberMission), badges: z.array(z.string()) })
  .meta({ id: 'MissionBoard' });
export type MissionBoard = z.infer<typeof MissionBoard>;

export const ConditionSeen = z.object({
  place: z.string(),
  field: z.string(),
  operator: z.string(),
  operands: z.array(z.union([z.string(), z.number()])),
  value: z.union([z.string(), z.number()]).nullable(),
  holds: z.boolean(),
});

/** An award with everything it rests on, for staff; who earned it stands under a masked name. */
export const StaffAward = z
  .object({
    awardId: PublicId,
    /** Awards were given, and budgets taken, in this order. */
    awardNo: z.number().int(),
    member: z.object({ memberId: PublicId, displayName: z.string() }).nullable(),
    ruleId: PublicId,
    ruleName: z.string(),
    ruleVersion: z.number().int(),
    event: z.enum(EARNING_EVENTS),
    eventId: PublicId,
    /** The member's clock when it happened: it was decided by what was known just before. */
    seq: z.number().int(),
    occurredAt: Instant,
    reward: AwardReward,
    valueFen: z.number().int(),
    state: z.enum(AWARD_STATES),
    hold: z.enum(AWARD_HOLDS).nullable(),
    /** How many seconds, things or people were seen, by the kind of `hold`; null where nobody counted yet. */
    holdSeen: z.number().int().min(0).nullable(),
    refusal: z.enum(AWARD_REFUSALS).nullable(),
    conditions: z.array(ConditionSeen),
    givenAt: Instant,
    decidedAt: Instant.nullable(),
    deciderName: z.string().nullable(),
    decisionReason: z.string().nullable(),
  })
  .meta({ id: 'StaffAward' });
export type StaffAward = z.infer<typeof StaffAward>;

export const StaffAwardQuery = PageQuery.extend({
  state: z.enum(AWARD_STATES).default('HELD'),
  hold: z.enum(AWARD_HOLDS).optional(),
});
export type StaffAwardQuery = z.input<typeof StaffAwardQuery>;
export const StaffAwards = z
  .object({ rows: z.array(StaffAward), total: z.number().int().min(0), nextCursor: Cursor.nullable() })
  .meta({ id: 'StaffAwards' });
export type StaffAwards = z.infer<typeof StaffAwards>;

const Reason = z.string().trim().min(AWARD_REASON_MIN).max(AWARD_REASON_MAX);
export const DecideHold = z.object({ isReleased: z.boolean(), reason: Reason }).meta({ id: 'DecideHold' });
export type DecideHold = z.infer<typeof DecideHold>;
export const WithdrawFact = z.object({ reason: Reason }).meta({ id: 'WithdrawFact' });
export type WithdrawFact = z.infer<typeof WithdrawFact>;
