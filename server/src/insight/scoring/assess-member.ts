import type { Conclusion } from '@siyu/shared/contracts/identity.limits';
import {
  relationOn,
  scoreAfb2023,
  scoreRfe,
  scoreTieStrength,
  type DecayingSum,
  type HeldStage,
} from '@siyu/shared/rfm';
import { earlierDay, type EpochDay } from '@siyu/shared/time';
import { dayFacts, tieFacts } from './day-facts.ts';
import type { KeptRelation, KeptRfe, KeptScore, KeptState, KeptTie } from './kept-state.ts';
import type { ModelSet } from './model-set.ts';
import type { ScoringInput } from './scoring-input.ts';

/** What is to be kept of a member from this run on. */
export interface Assessment {
  readonly input: ScoringInput;
  /** Exclusive day boundary, 00:00 Shanghai. */
  readonly asOf: EpochDay;
  readonly kept: KeptState;
  /** First later asOf on which any of it would differ without a new fact; null when never. */
  readonly nextChangeOn: EpochDay | null;
}

/**
 * Everything that is kept of one member: a pure function of the facts, the day, the models and the stage held from
 * earlier rules. Nothing is kept under a number that was merged into another, nor of a member whose data is stored
 * only; scores need the consent to profiling, and the axes of money also an account that may be looked at. What the
 * member refuses is not made. The stage is the member's own and cannot be made anew from scratch, since one that was
 * reached is held: it is kept, and whoever refuses it has it left out of the facts that others use.
 * @throws {RangeError} when two facts share an id and differ
 */
export function assessMember(
  input: ScoringInput,
  asOf: EpochDay,
  models: ModelSet,
  held: HeldStage | null,
): Assessment {
  const isKept = input.isServed && !input.isMerged;
  const mayDraw = (conclusion: Conclusion) => isKept && input.isProfiled && !input.refused.has(conclusion);
  const kept: KeptState = {
    score: mayDraw('SERVICE_CLASS') && input.isAccountReadable ? scoreOf(input, asOf, models) : null,
    rfe: mayDraw('ACTIVITY') ? rfeOf(input, asOf, models.rfe) : null,
    tie: mayDraw('CONTACT') ? tieOf(input, asOf, models) : null,
    relation: !isKept ? null : relationOf(input, asOf, models.relation, held),
  };
  return { input, asOf, kept, nextChangeOn: earliestOf(kept) };
}

function scoreOf(
  { purchases, branchPath }: ScoringInput,
  asOf: EpochDay,
  { afb, counting }: ModelSet,
): KeptScore {
  const model = afb.model(branchPath);
  const scored = scoreAfb2023(purchases, asOf, model);
  return {
    modelId: model.id,
    preset: model.preset,
    modelVersion: model.version,
    configVersion: afb.configVersion,
    countingVersion: counting.configVersion,
    windowDays: scored.windowDays,
    purchases: scored.purchases,
    amountFen: scored.amountFen,
    benefitFen: scored.benefitFen,
    amountBand: scored.amountBand,
    frequencyBand: scored.frequencyBand,
    benefitBand: scored.benefitBand,
    scoreHundredths: scored.scoreHundredths,
    groupCode: scored.group,
    groupRow: scored.groupRow,
    isCore: scored.isCore,
    highBenefitTail: scored.highBenefitTail,
    lapsedKey: scored.lapsedKey,
    amountNegative: scored.amountNegative,
    benefitNegative: scored.benefitNegative,
    lastPurchaseOn: scored.lastPurchaseOn,
    nextChangeOn: scored.nextChangeOn,
  };
}

function rfeOf(input: ScoringInput, asOf: EpochDay, { configVersion, model }: ModelSet['rfe']): KeptRfe {
  const scored = scoreRfe(dayFacts(input.days, model.rules), asOf, model);
  return {
    configVersion,
    recencyBand: scored.recencyBand,
    frequencyBand: scored.frequencyBand,
    depthBand: scored.depthBand,
    lastActiveOn: scored.lastActiveOn,
    activeDays: scored.activeDays,
    depthValue: valueOf(scored.depth),
    depthAnchorOn: anchorOf(scored.depth),
    nextChangeOn: scored.nextChangeOn,
  };
}

/** Purchases count for a tie only where the account may be looked at. */
function tieOf(input: ScoringInput, asOf: EpochDay, { tie, counting }: ModelSet): KeptTie {
  const { configVersion, model } = tie;
  const purchases = input.isAccountReadable ? input.purchases : [];
  const { band, parts, nextChangeOn } = scoreTieStrength(tieFacts(input.days, purchases, model), asOf, model);
  return {
    configVersion,
    countingVersion: counting.configVersion,
    band,
    contactValue: valueOf(parts.contact),
    contactAnchorOn: anchorOf(parts.contact),
    intensityValue: valueOf(parts.intensity),
    intensityAnchorOn: anchorOf(parts.intensity),
    memberRepliesValue: valueOf(parts.memberReplies),
    memberRepliesAnchorOn: anchorOf(parts.memberReplies),
    adviserRepliesValue: valueOf(parts.adviserReplies),
    adviserRepliesAnchorOn: anchorOf(parts.adviserReplies),
    commitmentValue: valueOf(parts.commitment),
    commitmentAnchorOn: anchorOf(parts.commitment),
    nextChangeOn,
  };
}

function relationOf(
  input: ScoringInput,
  asOf: EpochDay,
  { configVersion, model }: ModelSet['relation'],
  held: HeldStage | null,
): KeptRelation {
  const { stage, next, reached, nextChangeOn } = relationOn(input.relation, asOf, held, model);
  return {
    stage,
    rulesVersion: configVersion,
    reachedOn: reached.at(-1)?.reachedOn ?? input.registeredOn,
    heldStage: held?.stage ?? null,
    heldOn: held?.reachedOn ?? null,
    evidence: { reached, next },
    nextChangeOn,
  };
}

function valueOf(sum: DecayingSum | null): number | null {
  return sum?.value ?? null;
}
function anchorOf(sum: DecayingSum | null): EpochDay | null {
  return sum?.anchorOn ?? null;
}

function earliestOf({ score, rfe, tie, relation }: KeptState): EpochDay | null {
  return [score, rfe, tie, relation].map((each) => each?.nextChangeOn ?? null).reduce(earlierDay, null);
}
