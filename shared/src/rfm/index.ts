export { addPurchase, noMeasures, type AfbMeasures } from './afb/add-purchase.ts';
export type {
  Afb2023Model,
  FrozenCuts,
  GroupCode,
  GroupRule,
  GroupThresholds,
} from './afb/afb-2023-model.ts';
export { afb2023 } from './afb/afb-2023.ts';
export { bandOf } from './afb/band-of.ts';
export { frequencyBandOf } from './afb/frequency-band-of.ts';
export { frequencyTenThousandths } from './afb/frequency-ten-thousandths.ts';
export { groupOf, type GroupDecision } from './afb/group-of.ts';
export { highLegs, type DecidingBands } from './afb/high-legs.ts';
export { nextAfbChangeOn } from './afb/next-afb-change-on.ts';
export { nextHeldChangeOn } from './afb/next-held-change-on.ts';
export type { Purchase } from './afb/purchase.ts';
export { nextChangeOn } from './calendar/next-change-on.ts';
export { dailyPoints, type PointRule, type TypeDayPoints } from './decay/daily-points.ts';
export type { DecayEvidence } from './decay/decay-evidence.ts';
export { decayedPoints } from './decay/decayed-points.ts';
export { sumDecaying, type DayPoints, type DecayingSum } from './decay/decaying-sum.ts';
export type { EngagementFact } from './facts/engagement-fact.ts';
export { KnownFacts } from './facts/known-facts.ts';
export { uniqueFacts } from './facts/unique-facts.ts';
export type {
  DatedFact,
  InteractionFact,
  RelationHistory,
  RiskAssessmentFact,
  TieFact,
} from './relation/relation-history.ts';
export { relationOn, type HeldStage, type ReachedStage, type RelationOnDay } from './relation/relation-on.ts';
export {
  relationRules,
  relationStage,
  type RelationFacts,
  type RelationRules,
  type RelationStanding,
  type RelationStep,
  type StageCode,
} from './relation/relation-stage.ts';
export { scoreTieStrength, tieStrengthOn, type TieStrengthScore } from './relation/score-tie-strength.ts';
export type { TieParts } from './relation/tie-points.ts';
export { tieStrength, type TieStrengthModel } from './relation/tie-strength-model.ts';
export { rfe, type RfeModel } from './rfe/rfe-model.ts';
export { scoreRfe, type RfeScore } from './rfe/score-rfe.ts';
export { scoreAfb2023, type Afb2023Score } from './afb/score-afb-2023.ts';
export { scoreHundredths } from './afb/score-hundredths.ts';
export { scoreMeasures, type AfbBands } from './afb/score-measures.ts';
export { sideFlags, type SideFlags } from './afb/side-flags.ts';
export { ahpWeights, type AhpWeights } from './weights/ahp-weights.ts';
export { combineWeights } from './weights/combine-weights.ts';
export { entropyWeights, type EntropyWeights } from './weights/entropy-weights.ts';
export { makeWeightSet, type WeightRecipe } from './weights/make-weight-set.ts';
export { equalWeights, type WeightMethod, type WeightSet } from './weights/weight-set.ts';
export { wholeParts } from './weights/whole-parts.ts';
export { exactMean } from './cuts/exact-mean.ts';
export { wholeCut, type ExactCut } from './cuts/exact-cut.ts';
export { quantileType7 } from './cuts/quantile-type-7.ts';
export { reaches } from './cuts/reaches.ts';
export { rising } from './cuts/rising.ts';
export { nextQuintileChangeOn } from './quintile/next-quintile-change-on.ts';
export { sumColumns, type MeasureColumns, type PurchaseColumns } from './quintile/purchase-columns.ts';
export { quintileCuts } from './quintile/quintile-cuts.ts';
export type { QuintileMeasures } from './quintile/quintile-measures.ts';
export type { FrozenQuintileCuts, QuintileCuts, RfmQuintileModel } from './quintile/quintile-model.ts';
export { rfmQuintile, rfmQuintileFixed } from './quintile/rfm-quintile.ts';
export { rfmSegmentOf, rfmSegments, type RfmSegment } from './quintile/rfm-segment-of.ts';
export { cutColumns, scoreColumns } from './quintile/score-columns.ts';
export { scoreQuintile, type QuintileScore } from './quintile/score-quintile.ts';
export type { BgNbd } from './lifetime/bg-nbd.ts';
export { expectedPurchases } from './lifetime/expected-purchases.ts';
export type { Fitted, FittedPurchases, FittedSpend, NotEnoughHistory } from './lifetime/fit.ts';
export { fitBgNbd } from './lifetime/fit-bg-nbd.ts';
export { fitGammaGamma } from './lifetime/fit-gamma-gamma.ts';
export { fitParetoNbd } from './lifetime/fit-pareto-nbd.ts';
export type { GammaGamma } from './lifetime/gamma-gamma.ts';
export { lifetimeRules, type LifetimeRules } from './lifetime/lifetime-rules.ts';
export {
  lifetimeValue,
  type ExpectedLifetimeValue,
  type LifetimeModels,
  type SpendNotIndependent,
} from './lifetime/lifetime-value.ts';
export { meanSpendFen } from './lifetime/mean-spend-fen.ts';
export type { ParetoNbd } from './lifetime/pareto-nbd.ts';
export { probabilityAlive, type ProbabilityAlive } from './lifetime/probability-alive.ts';
export { purchaseProbabilities } from './lifetime/purchase-probabilities.ts';
export type { PurchaseTiming, RepeatHistory } from './lifetime/repeat-history.ts';
export { repeatHistoryOf } from './lifetime/repeat-history-of.ts';
export { spendCorrelation } from './lifetime/spend-correlation.ts';
export { afb2023Retail } from './afb/afb-2023-retail.ts';
export { decisionInput } from './afb/decision-input.ts';
export { holdGroup, type GroupRun, type HeldGroup } from './afb/hold-group.ts';
export { modelFaults, type ModelFault } from './afb/model-faults.ts';
export { modelName } from './afb/model-name.ts';
export { presetBook, type BranchPreset } from './afb/preset-book.ts';
export { relativeModel } from './afb/relative-model.ts';
export { afbGroupOfClassic } from './classic/afb-group-of-classic.ts';
export { classicCuts, type ClassicCuts, type ClassicMiddle } from './classic/classic-cuts.ts';
export { classicGroupOf, type ClassicGroupCode, type ClassicHighs } from './classic/classic-group.ts';
export { nextClassicChangeOn } from './classic/next-classic-change-on.ts';
export { classicHighs } from './classic/classic-highs.ts';
export { countingRules, type CountingRules } from './transactions/counting-rules.ts';
export { holdingsOf } from './transactions/holdings-of.ts';
export { netInflowOf } from './transactions/net-inflow-of.ts';
export { purchasesOf } from './transactions/purchases-of.ts';
export type { TransactionFact, TransactionKind } from './transactions/transaction-fact.ts';
export { explain, type ExplainableScore } from './explain/explain.ts';
export type { AfbAxis, ExplainedScore, WeighedAxis } from './explain/explained-score.ts';
export type { ExplainedAxis, StepUp } from './explain/explained-axis.ts';
