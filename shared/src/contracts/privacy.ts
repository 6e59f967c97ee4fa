import { z } from 'zod';
import { INVESTOR_LEVELS } from '../suitability/index.ts';
import { EARNING_EVENTS } from '../incentives/index.ts';
import { AWARD_STATES } from './awards.limits.ts';
import { COMPLAINT_STATES } from './care.limits.ts';
import { TOUCH_KINDS } from './channels.limits.ts';
import { EVENT_SOURCES } from './engagement.limits.ts';
import { ENTITLEMENT_KINDS, ENTITLEMENT_SOURCES, ENTITLEMENT_STANDINGS } from './entitlements.limits.ts';
import { CONCLUSIONS, CONSENT_PURPOSES, LOGIN_CODE_MAX, RESTRICTION_REASONS } from './identity.limits.ts';
import { NOTICE_STATES } from './notifications.limits.ts';
import { POINT_POSTINGS } from './points.limits.ts';
import { CARRIES, CivilDay, FenAmount, Instant, PublicId } from './primitives.ts';
import { SAFETY_REASONS } from './elder.limits.ts';
import { PROFESSIONAL_GROUNDS, PROFESSIONAL_STATES } from './professional.limits.ts';
import { STATEMENT_KINDS } from './suitability.limits.ts';
import { COPY_FORMATS, COPY_ORDER_STATES, FEE_SOURCES } from './privacy.limits.ts';
import { REDEMPTION_STATES } from './redemption.limits.ts';
import { TIERS } from './segments.limits.ts';

const Count = z.number().int();

/** The latest of them, and how many there are in all. */
const latest = <Entry extends z.ZodType>(entry: Entry) => z.object({ total: Count, entries: z.array(entry) });

/** Something the member did or that was done about the member. */
const RecordedEntry = z.object({
  type: z.string(),
  occurredAt: Instant,
  recordedAt: Instant,
  source: z.enum(EVENT_SOURCES),
  /** Title of the lesson it was about. */
  about: z.string().nullable(),
  value: Count.nullable(),
});
const TradeEntry = z.object({
  kind: z.string(),
  occurredOn: CivilDay,
  productCode: z.string().nullable(),
  amountFen: FenAmount.nullable(),
});

/**
 * Everything that is kept of a member, for the member (PIPL 45). The one answer to members that holds scores and
 * money: the law gives them a right to it. Names of the member in other systems are masked.
 */
export const AccessCopy = z
  .object({
    madeAt: Instant,
    profile: z.object({
      memberId: PublicId,
      displayName: z.string(),
      registeredAt: Instant,
      branchName: z.string().nullable(),
      /** When they said to be of age; null for whoever joined before it was asked. */
      adultStatedAt: Instant.nullable(),
      /** Since when, and why, the data is stored only; null while it is not. */
      restriction: z.object({ reason: z.enum(RESTRICTION_REASONS), restrictedAt: Instant }).nullable(),
    }),
    identifiers: z.array(z.object({ kind: z.string(), masked: z.string(), linkedAt: Instant })),
    advisers: z.array(
      z.object({
        name: z.string(),
        registrationNo: z.string().nullable(),
        boundAt: Instant,
        unboundAt: Instant.nullable(),
      }),
    ),
    signIns: latest(z.object({ openedAt: Instant, expiresAt: Instant, endedAt: Instant.nullable() })),
    /** How the member came: the first time, and each time later that a code or a shared card led here. */
    arrivals: latest(
      z.object({
        kind: z.enum(TOUCH_KINDS),
        /** Name of the place of the code. */
        placement: z.string().nullable(),
        occurredAt: Instant,
        isFirst: z.boolean(),
      }),
    ),
    /** Every decision, not only the last one of each purpose. */
    consents: latest(
      z.object({
        purpose: z.enum(CONSENT_PURPOSES),
        textVersion: z.string(),
        textSha256: z.string(),
        channel: z.string(),
        isGranted: z.boolean(),
        decidedAt: Instant,
      }),
    ),
    /** What was refused and allowed again of what the firm concludes, every decision. */
    refusals: latest(
      z.object({ conclusion: z.enum(CONCLUSIONS), isRefused: z.boolean(), decidedAt: Instant }),
    ),
    /** What was recorded, by kind; the entries one by one stand in `events`. */
    kinds: z.array(z.object({ type: z.string(), count: Count, firstAt: Instant, lastAt: Instant })),
    events: latest(RecordedEntry),
    lessons: latest(
      z.object({ title: z.string(), readPercent: Count, readAt: Instant, completedAt: Instant.nullable() }),
    ),
    quizzes: latest(z.object({ title: z.string(), correct: Count, total: Count, submittedAt: Instant })),
    /** Messages to the member, what they asked to be told of, and how many messages they still allow. */
    notices: z.object({
      sent: latest(
        z.object({
          kind: z.string(),
          said: z.array(z.string()),
          state: z.enum(NOTICE_STATES),
          at: Instant,
        }),
      ),
      wishes: z.array(z.object({ kind: z.string(), title: z.string(), wishedAt: Instant })),
      allowed: z.array(z.object({ templateId: z.string(), messagesLeft: Count })),
    }),
    /** Groups the member was in, and what they asked there. */
    groups: z.object({
      times: latest(z.object({ name: z.string(), tiedAt: Instant, endedAt: Instant.nullable() })),
      questions: latest(
        z.object({
          name: z.string(),
          text: z.string(),
          askedAt: Instant,
          answer: z.string().nullable(),
          declinedReason: z.string().nullable(),
        }),
      ),
    }),
    /** What the member said and asked under lessons, and what they keep beside them. */
    discussion: z.object({
      comments: latest(
        z.object({
          title: z.string(),
          text: z.string(),
          writtenAt: Instant,
          answer: z.string().nullable(),
          refusedReason: z.string().nullable(),
        }),
      ),
      favourites: latest(z.object({ title: z.string(), keptAt: Instant })),
      notes: latest(z.object({ title: z.string(), text: z.string(), writtenAt: Instant })),
    }),
    /** The lives the member reserved and watched, and what they said there. */
    lives: z.object({
      reservations: latest(
        z.object({ title: z.string(), reservedAt: Instant, withdrawnAt: Instant.nullable() }),
      ),
      viewings: latest(z.object({ title: z.string(), watchedFrom: Instant, watchedUntil: Instant })),
      chats: latest(z.object({ title: z.string(), text: z.string(), writtenAt: Instant })),
    }),
    /** What the member complained of and what became of it, and when the firm called to ask. */
    care: z.object({
      complaints: latest(
        z.object({
          complaintNo: z.string(),
          text: z.string(),
          tradingPlan: z.string().nullable(),
          state: z.enum(COMPLAINT_STATES),
          complainedAt: Instant,
          /** Answers, and what was said in an appeal, in their order. */
          said: z.array(z.string()),
        }),
      ),
      calls: latest(
        z.object({
          calledAt: Instant.nullable(),
          orderedAt: Instant,
          result: z.string().nullable(),
          tradingPlan: z.string().nullable(),
        }),
      ),
    }),
    /** Assessments with the answers in words, and what the member said of them. */
    suitability: z.object({
      assessments: latest(
        z.object({
          level: z.enum(INVESTOR_LEVELS),
          score: Count,
          takenAt: Instant,
          confirmedAt: Instant.nullable(),
          validUntil: CivilDay,
          answers: z.array(z.string()),
        }),
      ),
      statements: latest(z.object({ statement: z.enum(STATEMENT_KINDS), statedAt: Instant })),
      applications: latest(
        z.object({
          ground: z.enum(PROFESSIONAL_GROUNDS),
          applicationState: z.enum(PROFESSIONAL_STATES),
          experience: z.string(),
          refusal: z.string().nullable(),
          appliedAt: Instant,
          decidedAt: Instant.nullable(),
        }),
      ),
      birthYears: latest(z.object({ birthYear: z.number().int(), statedAt: Instant })),
      safetyNotices: latest(z.object({ safetyReason: z.enum(SAFETY_REASONS), raisedAt: Instant })),
      /** Products that the member named, and the notices they read to the end for them. */
      askings: latest(z.object({ product: z.string(), namedAt: Instant })),
      confirmations: latest(
        z.object({
          product: z.string(),
          noticeText: z.string(),
          answers: z.array(z.string()),
          confirmedAt: Instant,
        }),
      ),
    }),
    /** What the member was thanked for, the points they have and had, and what they exchanged them for. */
    rewards: z.object({
      balance: z.object({ available: Count, pending: Count }),
      /** Each with the balance after it, pending points apart. */
      statement: latest(
        z.object({
          posting: z.enum(POINT_POSTINGS),
          change: Count,
          what: z.string().nullable(),
          why: z.string().nullable(),
          availableAfter: Count,
          pendingAfter: Count,
          at: Instant,
        }),
      ),
      /** What could be thanked for; taken back where it turned out not to be so. */
      facts: latest(
        z.object({
          event: z.enum(EARNING_EVENTS),
          occurredAt: Instant,
          value: Count.nullable(),
          takenBackAt: Instant.nullable(),
        }),
      ),
      awards: latest(
        z.object({
          event: z.enum(EARNING_EVENTS),
          title: z.string(),
          reason: z.string(),
          /** In words, as on the page of points. */
          reward: z.string(),
          /** What of the member's own learning it rested on. */
          basis: z.array(z.string()),
          outcome: z.enum(AWARD_STATES),
          givenAt: Instant,
          pendingUntil: Instant.nullable(),
        }),
      ),
      redemptions: latest(
        z.object({
          title: z.string(),
          points: Count,
          outcome: z.enum(REDEMPTION_STATES),
          redeemedAt: Instant,
          cancelledAt: Instant.nullable(),
        }),
      ),
      entitlements: latest(
        z.object({
          entitlement: z.enum(ENTITLEMENT_KINDS),
          title: z.string(),
          standing: z.enum(ENTITLEMENT_STANDINGS),
          givenBy: z.enum(ENTITLEMENT_SOURCES),
          grantedAt: Instant,
          expiresAt: Instant.nullable(),
          endedAt: Instant.nullable(),
        }),
      ),
    }),
    /** Scores in whole neutral sentences. */
    scores: z.array(z.object({ title: z.string(), lines: z.array(z.string()) })),
    /** What is held at the firm by the last snapshot, and the one of three steps it makes. */
    holdings: z.object({ amountFen: FenAmount, tier: z.enum(TIERS).nullable() }).nullable(),
    trades: latest(TradeEntry),
    /** What the member paid, also when it is nothing. */
    fees: z.object({
      totalFen: FenAmount,
      bySource: z.array(z.object({ source: z.enum(FEE_SOURCES), count: Count, amountFen: FenAmount })),
    }),
  })
  .meta({ id: 'AccessCopy', [CARRIES]: 'ADVICE' });
export type AccessCopy = z.infer<typeof AccessCopy>;

/** Wants a file of everything; the code of a fresh login proves that it is the member who asks. */
export const OrderCopy = z
  .object({ format: z.enum(COPY_FORMATS), code: z.string().min(1).max(LOGIN_CODE_MAX) })
  .meta({ id: 'OrderCopy' });
export type OrderCopy = z.infer<typeof OrderCopy>;

export const CopyOrder = z
  .object({
    orderId: PublicId,
    format: z.enum(COPY_FORMATS),
    state: z.enum(COPY_ORDER_STATES),
    requestedAt: Instant,
    /** How far it is, 0 to 100. */
    percent: Count,
    bytes: Count.nullable(),
    /** When the file is deleted; null before there is one. */
    expiresAt: Instant.nullable(),
  })
  .meta({ id: 'CopyOrder' });
export type CopyOrder = z.infer<typeof CopyOrder>;
/** The last few, the latest first. */
export const CopyOrders = z.object({ orders: z.array(CopyOrder) }).meta({ id: 'CopyOrders' });
export type CopyOrders = z.infer<typeof CopyOrders>;
/** A link that works for five minutes without signing in. */
export const CopyLink = z.object({ url: z.string(), fileName: z.string() }).meta({ id: 'CopyLink' });
export type CopyLink = z.infer<typeof CopyLink>;

/** What the firm concludes of the member, in plain words on the phone; the values stand in the copy. */
export const ConclusionList = z
  .object({
    /** Without the consent to profiling only the stage is drawn, and it orders nothing. */
    isProfiled: z.boolean(),
    conclusions: z.array(
      z.object({
        conclusion: z.enum(CONCLUSIONS),
        /** Whether the firm uses one at present. */
        isDrawn: z.boolean(),
        isRefused: z.boolean(),
        /** When the member last said something about it; null: never. */
        decidedAt: Instant.nullable(),
      }),
    ),
  })
  .meta({ id: 'ConclusionList' });
export type ConclusionList = z.infer<typeof ConclusionList>;

export const DecideConclusion = z.object({ isRefused: z.boolean() }).meta({ id: 'DecideConclusion' });
export type DecideConclusion = z.infer<typeof DecideConclusion>;
