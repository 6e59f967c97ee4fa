import { z } from 'zod';
import { CivilDay, FenAmount, PublicId } from './primitives.ts';
import { GROUPS, KEPT_KINDS, REPLAY_LABELS, STAGES } from './scoring.limits.ts';

/** The member's own relation path; never mentions money, groups or strength. */
export const RelationPath = z
  .object({
    stage: z.enum(STAGES),
    reachedOn: CivilDay.nullable(),
    /** What the next stage needs and how far the member is; null at the last stage. */
    next: z
      .object({
        stage: z.enum(STAGES),
        steps: z.array(z.object({ code: z.string(), have: z.number().int(), need: z.number().int() })),
      })
      .nullable(),
    lessonsCompleted: z.number().int(),
    /** The member does not want the stage used: then nothing is said of it. */
    isRefused: z.boolean(),
  })
  .meta({ id: 'RelationPath' });
export type RelationPath = z.infer<typeof RelationPath>;

const Count = z.number().int();
/** Worth on an anchor day in 1/2^24 of a hundredth of a point; null when nothing was ever gained. */
const Decaying = z.object({ value: Count, anchorOn: CivilDay }).nullable();
const Steps = z.array(z.object({ code: z.string(), have: Count, need: Count }));

/** What is kept of a member for one day; `nextChangeOn` is when it changes without a new fact. */
const KeptState = z.object({
  /** 数量–质量–效益; null before an account may be looked at, or without consent to profiling. */
  score: z
    .object({
      modelId: z.string(),
      preset: z.string(),
      modelVersion: Count,
      configVersion: Count,
      /** Version of the rules of what counts as a purchase. */
      countingVersion: Count,
      windowDays: Count,
      purchases: Count,
      amountFen: FenAmount,
      benefitFen: FenAmount,
      amountBand: Count,
      frequencyBand: Count,
      benefitBand: Count,
      scoreHundredths: Count,
      group: z.enum(GROUPS),
      groupRow: Count,
      flags: z.array(z.enum(['isCore', 'highBenefitTail', 'lapsedKey', 'amountNegative', 'benefitNegative'])),
      lastPurchaseOn: CivilDay.nullable(),
      nextChangeOn: CivilDay.nullable(),
    })
    .nullable(),
  rfe: z
    .object({
      configVersion: Count,
      recencyBand: Count,
      frequencyBand: Count,
      depthBand: Count,
      lastActiveOn: CivilDay.nullable(),
      activeDays: Count,
      depth: Decaying,
      nextChangeOn: CivilDay.nullable(),
    })
    .nullable(),
  /** Strength of the tie, for staff only. */
  tie: z
    .object({
      configVersion: Count,
      countingVersion: Count,
      band: Count,
      contact: Decaying,
      intensity: Decaying,
      memberReplies: Decaying,
      adviserReplies: Decaying,
      commitment: Decaying,
      nextChangeOn: CivilDay.nullable(),
    })
    .nullable(),
  relation: z
    .object({
      stage: z.enum(STAGES),
      rulesVersion: Count,
      reachedOn: CivilDay,
      /** The way up, with the ids of the facts that met each condition. */
      reached: z.array(
        z.object({
          stage: z.enum(STAGES),
          reachedOn: CivilDay,
          proof: z.array(z.object({ code: z.string(), factIds: z.array(z.string()) })),
        }),
      ),
      next: z.object({ stage: z.enum(STAGES), steps: Steps }).nullable(),
      nextChangeOn: CivilDay.nullable(),
    })
    .nullable(),
});

export const ScoreReplayQuery = z.object({
  /** Exclusive day boundary: facts before 00:00 of this day count. */
  asOf: CivilDay,
  /** The member's clock up to which facts are read; `then` as at the run of that day, `now` as known today. */
  knownAt: z.union([z.enum(['then', 'now']), z.coerce.number().int().min(0)]).default('then'),
});
export type ScoreReplayQuery = z.input<typeof ScoreReplayQuery>;
export const ScoreReplay = z
  .object({
    memberId: PublicId,
    asOf: CivilDay,
    label: z.enum(REPLAY_LABELS),
    knownAt: Count,
    /** The clock at the run that was in force for that day; null when there was none. */
    originalKnownAt: Count.nullable(),
    presentKnownAt: Count,
    /** False when the log no longer holds every event: then only a replay with today's knowledge is whole. */
    isLogWhole: z.boolean(),
    replayed: KeptState,
    stored: KeptState,
    /** What differs between the two. */
    differing: z.array(z.enum(KEPT_KINDS)),
  })
  .meta({ id: 'ScoreReplay' });
export type ScoreReplay = z.infer<typeof ScoreReplay>;
