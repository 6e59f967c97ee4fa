import { type KeptRfe, type KeptScore, type MemberFacts, refusedText } from '../scoring/index.ts';
import type { MemberFactsRow } from './member-facts.entity.ts';
import type { MemberTier } from './member-tiers.ts';

/** Facts as the one row of a member; what is not known is null. */
export function memberFactsRow(
  { score, rfe, tie, refused, areHoldingsReadable: _, ...known }: MemberFacts,
  tier: MemberTier | null,
  updatedAt: number,
): MemberFactsRow {
  return {
    ...known,
    refused: refusedText(refused),
    ...scoreColumns(score),
    ...rfeColumns(rfe),
    tieBand: tie?.band ?? null,
    assetsFen: tier?.assetsFen ?? null,
    tier: tier?.tier ?? null,
    tierVersion: tier?.configVersion ?? null,
    updatedAt,
  };
}

function scoreColumns(score: KeptScore | null) {
  return {
    modelId: score?.modelId ?? null,
    preset: score?.preset ?? null,
    modelVersion: score?.modelVersion ?? null,
    configVersion: score?.configVersion ?? null,
    windowDays: score?.windowDays ?? null,
    purchases: score?.purchases ?? null,
    amountFen: score?.amountFen ?? null,
    benefitFen: score?.benefitFen ?? null,
    amountBand: score?.amountBand ?? null,
    frequencyBand: score?.frequencyBand ?? null,
    benefitBand: score?.benefitBand ?? null,
    scoreHundredths: score?.scoreHundredths ?? null,
    groupCode: score?.groupCode ?? null,
    groupRow: score?.groupRow ?? null,
    isCore: score?.isCore ?? null,
    highBenefitTail: score?.highBenefitTail ?? null,
    lapsedKey: score?.lapsedKey ?? null,
    lastPurchaseOn: score?.lastPurchaseOn ?? null,
  };
}

function rfeColumns(rfe: KeptRfe | null) {
  return {
    rfeRecencyBand: rfe?.recencyBand ?? null,
    rfeFrequencyBand: rfe?.frequencyBand ?? null,
    rfeDepthBand: rfe?.depthBand ?? null,
    rfeActiveDays: rfe?.activeDays ?? null,
    rfeLastActiveOn: rfe?.lastActiveOn ?? null,
  };
}
