import type { Fen } from '../../money/index.ts';
import type { EpochDay } from '../../time/index.ts';
import type { WeightSet } from '../weights/weight-set.ts';

/** 重要引导 · 重要发展 · 潜在增值 · 长尾 (the paper's figure 3). */
export type GroupCode = 'KEY_GUIDE' | 'KEY_DEVELOP' | 'POTENTIAL' | 'LONG_TAIL';

/**
 * Which decision table gives the group (domain.md §1.3): (a) frequency first, the paper's own order · (b) amount
 * first · (c) benefit counts like amount · (d) of members high in both, the greater margin. Variant (e), high =
 * the top fifth of the firm, is any of these over the cuts of `relativeModel`.
 */
export type GroupRule = 'FREQUENCY_FIRST' | 'AMOUNT_FIRST' | 'BENEFIT_COUNTS' | 'GREATER_MARGIN';

/** Thresholds of the decision table, in bands and days. */
export interface GroupThresholds {
  readonly rule: GroupRule;
  /** Least frequency band that is high. */
  readonly fHigh: number;
  /** Least amount band that is high. */
  readonly aHigh: number;
  /** Least benefit band that is high: for rule BENEFIT_COUNTS and the flag of a profitable long tail. */
  readonly bHigh: number;
  /** Most days since the last purchase of POTENTIAL. */
  readonly recentDays: number;
}

/** Where relative cuts come from. They are frozen: a new cut is a new version and a full run. */
export interface FrozenCuts {
  /** asOf of the measures that were cut. */
  readonly madeOn: EpochDay;
  /** Members whose measures were cut. */
  readonly members: number;
  /** Shares of members below each cut, percent. */
  readonly percents: readonly number[];
}

/** Parameters of the 数量–质量–效益 model. Cuts are lower bounds, inclusive: n cuts make n + 1 bands, 1 lowest. */
export interface Afb2023Model {
  readonly id: 'afb-2023';
  /** Name of the set of cuts, shown beside every score. */
  readonly preset: string;
  /** Of this preset; any change of a field is a new version. */
  readonly version: number;
  /** Length of the observation window in civil days. */
  readonly windowDays: number;
  /** Fen in the window. */
  readonly amountCuts: readonly Fen[];
  /** Purchases per `frequencyPerDays` days, compared with the exact rational. */
  readonly frequencyCuts: readonly number[];
  readonly frequencyPerDays: number;
  /** Fen in the window. */
  readonly benefitCuts: readonly Fen[];
  /** Null for cuts that people set. */
  readonly frozenCuts: FrozenCuts | null;
  readonly weights: WeightSet;
  readonly groups: GroupThresholds;
  /** Members are scored one by one; a roll-up by household or company is not offered (domain.md §1.2 #16). */
  readonly household: 'OFF';
}
