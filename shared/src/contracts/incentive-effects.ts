import { z } from 'zod';
import { EFFECT_STATES } from './incentive-effects.limits.ts';
import { Instant, PublicId } from './primitives.ts';

const Count = z.number().int().min(0);

/** People on one side of the lot. */
const Arm = z.object({
  /** Who did what the rule thanks for, each person once, thanked or not. */
  people: Count,
  /** Of these, whose time in which a quiz counts is over. */
  ripe: Count,
  /** Of these, who passed a quiz in that time; null: too few to say. */
  learned: Count.nullable(),
});

/** Whether people learned from a rule: those who can be thanked beside those whom its lot holds out. No person is named. */
export const IncentiveEffect = z
  .object({
    ruleId: PublicId,
    state: z.enum(EFFECT_STATES),
    /** Null in every state but `COUNTED`. */
    counted: z
      .object({
        countedAt: Instant,
        /** From when on the rule has held out the share that it holds out now. */
        since: Instant,
        holdoutPercent: z.number().int(),
        /** Whether the quiz is of the topic of what was thanked for; else of any: what was done has no topic. */
        isSameTopic: z.boolean(),
        rewarded: Arm,
        heldOut: Arm,
        /** The sides are of sizes that the lot does not explain: no difference is told. */
        isRatioSuspicious: z.boolean(),
        /** How much larger the share of those who learned is, with its interval of 95 %; null: nothing can be told. */
        difference: z.object({ share: z.number(), low: z.number(), high: z.number() }).nullable(),
        /** What those whose time is over were given until then. */
        spentFen: Count,
        /** Of one more person who learned; null: not told apart from none, or no bound on this side. */
        costFen: z.object({ each: Count.nullable(), least: Count.nullable(), most: Count.nullable() }),
      })
      .nullable(),
  })
  .meta({ id: 'IncentiveEffect' });
export type IncentiveEffect = z.infer<typeof IncentiveEffect>;
