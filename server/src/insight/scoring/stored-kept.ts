import { GROUPS, KEPT_KINDS, STAGES, type KeptKind } from '@siyu/shared/contracts/scoring.limits';
import { fen } from '@siyu/shared/money';
import { epochDay } from '@siyu/shared/time';
import { z } from 'zod';
import type { KeptState } from './kept-state.ts';
import type { StoredIntervals } from './stored-history.ts';

const Day = z.int().transform(epochDay);
const MaybeDay = Day.nullable();
const Money = z.int().transform(fen);
const Count = z.int();
const Worth = z.int().nullable();

// What counts of a row, in one order of names: read through these, two states are the same when their texts are.
const Score = z.object({
  modelId: z.string(),
  preset: z.string(),
  modelVersion: Count,
  configVersion: Count,
  countingVersion: Count,
  windowDays: Count,
  purchases: Count,
  amountFen: Money,
  benefitFen: Money,
  amountBand: Count,
  frequencyBand: Count,
  benefitBand: Count,
  scoreHundredths: Count,
  groupCode: z.enum(GROUPS),
  groupRow: Count,
  isCore: z.boolean(),
  highBenefitTail: z.boolean(),
  lapsedKey: z.boolean(),
  amountNegative: z.boolean(),
  benefitNegative: z.boolean(),
  lastPurchaseOn: MaybeDay,
  nextChangeOn: MaybeDay,
});
const Rfe = z.object({
  configVersion: Count,
  recencyBand: Count,
  frequencyBand: Count,
  depthBand: Count,
  lastActiveOn: MaybeDay,
  activeDays: Count,
  depthValue: Worth,
  depthAnchorOn: MaybeDay,
  nextChangeOn: MaybeDay,
});
const Tie = z.object({
  configVersion: Count,
  countingVersion: Count,
  band: Count,
  contactValue: Worth,
  contactAnchorOn: MaybeDay,
  intensityValue: Worth,
  intensityAnchorOn: MaybeDay,
  memberRepliesValue: Worth,
  memberRepliesAnchorOn: MaybeDay,
  adviserRepliesValue: Worth,
  adviserRepliesAnchorOn: MaybeDay,
  commitmentValue: Worth,
  commitmentAnchorOn: MaybeDay,
  nextChangeOn: MaybeDay,
});
const StepCode = z.enum([
  'tied',
  'kinds_60d',
  'paths_finished',
  'consultations_rated',
  'risk_assessment_valid',
  'co_creations',
]);
const Stage = z.enum(STAGES);
const Evidence = z
  .object({
    reached: z.array(
      z.object({
        stage: Stage,
        reachedOn: Day,
        proof: z.array(z.object({ code: StepCode, factIds: z.array(z.string()) })),
      }),
    ),
    next: z
      .object({ stage: Stage, steps: z.array(z.object({ code: StepCode, have: Count, need: Count })) })
      .nullable(),
  })
  // Stages of the first release were kept without the days of their facts.
  .catch({ reached: [], next: null });
const Relation = z.object({
  stage: Stage,
  rulesVersion: Count,
  reachedOn: Day,
  heldStage: Stage.nullable(),
  heldOn: MaybeDay,
  evidence: Evidence,
  nextChangeOn: MaybeDay,
});

/** What counts of a state, stored or computed. */
export function readKept({ score, rfe, tie, relation }: KeptState | StoredIntervals): KeptState {
  return {
    score: Score.nullable().parse(score),
    rfe: Rfe.nullable().parse(rfe),
    tie: Tie.nullable().parse(tie),
    relation: Relation.nullable().parse(relation),
  };
}

/** Kinds in which two states differ by a byte. */
export function keptDifferences(one: KeptState, other: KeptState | StoredIntervals): readonly KeptKind[] {
  const [first, second] = [readKept(one), readKept(other)];
  return KEPT_KINDS.filter((kind) => JSON.stringify(first[kind]) !== JSON.stringify(second[kind]));
}
