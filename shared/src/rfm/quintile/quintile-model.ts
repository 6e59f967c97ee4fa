import type { ExactCut } from '../cuts/exact-cut.ts';
import type { EpochDay } from '../../time/index.ts';

/** Lower bounds of the classes 2 to 5 of each measure; a class is half-open [lower, upper). */
export interface QuintileCuts {
  /** Days since the last purchase. */
  readonly recencyDays: readonly ExactCut[];
  readonly purchases: readonly ExactCut[];
  /** Fen. */
  readonly amountFen: readonly ExactCut[];
}

/** Cuts of a population on one day. They are frozen: other facts or another day make another set. */
export interface FrozenQuintileCuts extends QuintileCuts {
  readonly madeOn: EpochDay;
  /** Customers who had bought by then; the others have no recency and were not cut. */
  readonly customers: number;
}

/**
 * The classic RFM model in fifths. Variant: three independent quintiles, each cut on values, so that equal
 * values always have equal scores; `rfm-quintile` cuts at the type-7 quantiles plus 1, as the R package `rfm`
 * does, `rfm-quintile-fixed` at cuts that were set once.
 */
export interface RfmQuintileModel {
  readonly id: 'rfm-quintile' | 'rfm-quintile-fixed';
  readonly version: number;
  /** Length of the window in civil days; null for all history. */
  readonly windowDays: number | null;
  /** Null when the population itself is cut. */
  readonly fixedCuts: QuintileCuts | null;
}
