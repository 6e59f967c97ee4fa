import type { EpochDay } from '../../time/index.ts';

/** How the weights of a score were found. */
export type WeightMethod = 'EQUAL' | 'AHP' | 'ENTROPY' | 'COMBINED_PRODUCT' | 'COMBINED_MEAN';

/**
 * Weights of the three axes as they are kept: whole parts of their sum, so that a score is exact and a replay
 * years later gives the same one on any machine. A new set is a new version, never a change.
 */
export interface WeightSet {
  readonly version: number;
  readonly method: WeightMethod;
  /** Day on which judgements or data were weighed; null for equal weights, which need neither. */
  readonly madeOn: EpochDay | null;
  /** Consistency ratio of the judgements, below 0.10; null when no judgements were made. */
  readonly consistencyRatio: number | null;
  /** Whole parts, not negative, at least one above 0. */
  readonly amount: number;
  readonly frequency: number;
  readonly benefit: number;
}

/**
 * Each axis counts alike (our choice: the paper gives no weights).
 *
 * @example
 * equalWeights.amount === equalWeights.benefit // => true
 */
export const equalWeights: WeightSet = {
  version: 1,
  method: 'EQUAL',
  madeOn: null,
  consistencyRatio: null,
  amount: 1,
  frequency: 1,
  benefit: 1,
};
