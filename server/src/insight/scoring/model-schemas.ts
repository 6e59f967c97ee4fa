import { fen } from '@siyu/shared/money';
import {
  modelFaults,
  presetBook,
  type Afb2023Model,
  type BranchPreset,
  type CountingRules,
  type RelationRules,
  type RfeModel,
  type TieStrengthModel,
} from '@siyu/shared/rfm';
import { epochDay } from '@siyu/shared/time';
import { z } from 'zod';

/** Which preset scores whom. */
export interface AfbBook {
  readonly firm: Afb2023Model;
  readonly branches: readonly BranchPreset[];
}

const Version = z.int().min(1);
const Days = z.int().min(1).max(36_500);
const Hundredths = z.int().min(0).max(1_000_000_000);
const Money = z.int().transform(fen);
const Day = z.int().transform(epochDay);
const Count = z.int().min(0).max(1_000_000);

const AfbModel: z.ZodType<Afb2023Model> = z
  .object({
    id: z.literal('afb-2023'),
    preset: z.string(),
    version: Version,
    windowDays: Days,
    amountCuts: z.array(Money),
    frequencyCuts: z.array(z.int()),
    frequencyPerDays: Days,
    benefitCuts: z.array(Money),
    frozenCuts: z.object({ madeOn: Day, members: z.int().min(1), percents: z.array(z.number()) }).nullable(),
    weights: z.object({
      version: Version,
      method: z.enum(['EQUAL', 'AHP', 'ENTROPY', 'COMBINED_PRODUCT', 'COMBINED_MEAN']),
      madeOn: Day.nullable(),
      consistencyRatio: z.number().nullable(),
      amount: z.int(),
      frequency: z.int(),
      benefit: z.int(),
    }),
    groups: z.object({
      rule: z.enum(['FREQUENCY_FIRST', 'AMOUNT_FIRST', 'BENEFIT_COUNTS', 'GREATER_MARGIN']),
      fHigh: z.int(),
      aHigh: z.int(),
      bHigh: z.int(),
      recentDays: z.int(),
    }),
    household: z.literal('OFF'),
  })
  .superRefine((model, context) => {
    for (const { field, reason } of modelFaults(model))
      context.addIssue({ code: 'custom', path: field.split('.'), message: reason });
  });

/** Presets of the firm and its branches: a model with a fault, or two for one branch, is no book. */
export const AfbBook: z.ZodType<AfbBook> = z
  .object({
    firm: AfbModel,
    branches: z.array(z.object({ branchPath: z.string().max(200), model: AfbModel })).max(1000),
  })
  .superRefine(({ firm, branches }, context) => {
    try {
      presetBook(firm, branches);
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
      context.addIssue({ code: 'custom', path: ['branches'], message: error.message });
    }
  });

/** How plans, switches and cash sweeps count (domain.md §1.2 #10–#12). */
export const Counting: z.ZodType<CountingRules> = z.object({
  planCounting: z.enum(['each', 'plan']),
  switchCountsAmount: z.boolean(),
  cashSweepProducts: z.array(z.string().min(1).max(32)).max(1000),
});

/** The table of halvings has 90 steps. */
const HalfLife = z
  .int()
  .min(1)
  .max(90)
  .refine((days) => 90 % days === 0, 'must divide 90');
const PointRule = z.object({
  type: z.string().max(32),
  points: z.int().min(1).max(1_000_000),
  perValue: z.int().min(1).exactOptional(),
  dailyCap: z.int().min(1).max(1_000_000),
});
const Rising = (cut: z.ZodType<number>) =>
  z
    .array(cut)
    .min(1)
    .refine((cuts) => cuts.every((each, at) => at === 0 || each > (cuts[at - 1] ?? each)), 'must rise');

export const Rfe: z.ZodType<RfeModel> = z.object({
  id: z.literal('rfe'),
  version: Version,
  recencyCuts: Rising(Days),
  windowDays: Days,
  frequencyCuts: Rising(Count),
  halfLifeDays: HalfLife,
  depthCuts: Rising(Hundredths),
  rules: z.array(PointRule).min(1),
});

const Part = { rules: z.array(PointRule), cap: Hundredths };
export const TieStrength: z.ZodType<TieStrengthModel> = z.object({
  id: z.literal('tie-strength'),
  version: Version,
  halfLifeDays: HalfLife,
  contact: z.object({
    types: z.array(z.string().max(32)),
    pointsPerDay: z.int().min(1).max(1_000_000),
    cap: Hundredths,
  }),
  intensity: z.object(Part),
  replies: z.object(Part),
  commitment: z.object({ ...Part, repeatedType: z.string().max(32) }),
  cuts: Rising(Hundredths),
});

export const Relation: z.ZodType<RelationRules> = z.object({
  id: z.literal('relation-stage'),
  version: Version,
  windowDays: Days,
  kinds60d: Count,
  pathsFinished: Count,
  consultationsRated: Count,
  coCreations: Count,
});
