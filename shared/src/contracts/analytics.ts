import { z } from 'zod';
import { IMPACT_FIGURES, IMPACT_FOLLOWS, IMPACT_UNKNOWNS } from './analytics.limits.ts';
import { ContentId, Instant, PublicId } from './primitives.ts';
import { MOVE_AXES, STAGES } from './scoring.limits.ts';

const Count = z.number().int();

/** For whom a draft is meant, when it differs from what is stored: codes parted by commas, empty for everybody. */
export const LessonReachQuery = z.object({
  stages: z
    .string()
    .max(200)
    .regex(/^[A-Z_,]*$/)
    .optional(),
  groups: z
    .string()
    .max(200)
    .regex(/^[A-Z_,]*$/)
    .optional(),
});
export type LessonReachQuery = z.infer<typeof LessonReachQuery>;
/** Whom a lesson reaches once it is published, in persons who agree to the service now. */
export const LessonReach = z
  .object({
    lessonId: ContentId,
    /** When it was counted; it may be asked again within half a minute of that. */
    readAt: Instant,
    /** Everybody who can read it in the school. */
    served: Count,
    /** Of them, those on whose home page it stands: who has not finished any version of it. */
    open: Count,
    /** Of these, those whom it is put forward to because of their stage, or of their group. */
    suitsStage: Count,
    suitsGroup: Count,
    /** For one reason or the other. */
    suitsEither: Count,
    /** `open` by relation stage. */
    byStage: z.array(z.object({ stage: z.enum(STAGES), open: Count })).max(STAGES.length),
    liveVersion: Count.nullable(),
    /** Who finished the version that is live, who any version, and who has begun and not finished. */
    finishedLive: Count,
    finishedAny: Count,
    reading: Count,
  })
  .meta({ id: 'LessonReach' });
export type LessonReach = z.infer<typeof LessonReach>;

export const ConfigImpactOf = z
  .object({ value: z.record(z.string(), z.unknown()) })
  .meta({ id: 'ConfigImpactOf' });
export type ConfigImpactOf = z.infer<typeof ConfigImpactOf>;
/** What a change of configuration touches, counted from what is stored; what cannot be counted is said to be so. */
/** Members computed one by one under the proposal and under what is in force; null where nothing is computed so. */
const ImpactTrial = z.object({
  looked: Count,
  /** All there are, or a sample that is spread evenly over the register. */
  isWhole: z.boolean(),
  /** Whose composite score would be another. */
  scoreChanges: Count,
  moves: z
    .array(
      z.object({
        axis: z.enum(MOVE_AXES),
        from: z.string().max(20),
        to: z.string().max(20),
        count: Count,
      }),
    )
    .max(400),
});
export const ConfigImpact = z
  .object({
    key: z.string(),
    readAt: Instant,
    figures: z.array(z.object({ code: z.enum(IMPACT_FIGURES), count: Count })).max(IMPACT_FIGURES.length),
    unknown: z.enum(IMPACT_UNKNOWNS).nullable(),
    trial: ImpactTrial.nullable(),
    follow: z.object({ code: z.enum(IMPACT_FOLLOWS), isRunning: z.boolean() }).nullable(),
  })
  .meta({ id: 'ConfigImpact' });
export type ConfigImpact = z.infer<typeof ConfigImpact>;

/** The registration that is to be read as the other, and that other one. */
export const LinkImpactQuery = z.object({ memberId: PublicId, intoMemberId: PublicId });
export type LinkImpactQuery = z.infer<typeof LinkImpactQuery>;
const Records = z.object({
  memberId: PublicId,
  /** What the member did, as told by phone and server. */
  events: Count,
  /** Facts of the core system; null where the account may not be looked at. */
  transactions: Count.nullable(),
  /** Lessons finished, each once. */
  lessons: Count,
});
/** How much stands under each of two registrations. */
export const LinkImpact = z
  .object({ readAt: Instant, member: Records, into: Records })
  .meta({ id: 'LinkImpact' });
export type LinkImpact = z.infer<typeof LinkImpact>;
