import { fen, type Fen } from '../../money/index.ts';

/** 重要引导 · 重要发展 · 潜在增值 · 长尾 (the paper's figure 3). */
export type GroupCode = 'KEY_GUIDE' | 'KEY_DEVELOP' | 'POTENTIAL' | 'LONG_TAIL';

/** Parameters of the 数量–质量–效益 model. Cuts are lower bounds, inclusive: n cuts make n + 1 bands, 1 lowest. */
export interface Afb2023Model {
  readonly id: 'afb-2023';
  readonly version: number;
  /** Length of the observation window in civil days. */
  readonly windowDays: number;
  /** Fen in the window. */
  readonly amountCuts: readonly Fen[];
  /** Purchases per 30 days, compared with the exact rational. */
  readonly frequencyCuts: readonly number[];
  /** Fen in the window. */
  readonly benefitCuts: readonly Fen[];
  readonly groups: {
    /** Least frequency band of KEY_GUIDE. */
    readonly fHigh: number;
    /** Least amount band of KEY_DEVELOP. */
    readonly aHigh: number;
    /** Most days since the last purchase of POTENTIAL. */
    readonly recentDays: number;
  };
}

const WAN_FEN = 1_000_000; // 1万 yuan

/**
 * The paper's bands. Source: the paper, table 2 (§4.2.1): amount 1/5/10/50/100万, frequency 2/5/10/50/100 a
 * month, benefit 1/3/10/30/50万. Window and group thresholds are ours (docs: domain.md §1.2 #4, §1.3).
 *
 * @example
 * const quarter: Afb2023Model = { ...afb2023, windowDays: 90 };
 */
export const afb2023: Afb2023Model = {
  id: 'afb-2023',
  version: 1,
  windowDays: 365,
  amountCuts: [1, 5, 10, 50, 100].map((wan) => fen(wan * WAN_FEN)),
  frequencyCuts: [2, 5, 10, 50, 100],
  benefitCuts: [1, 3, 10, 30, 50].map((wan) => fen(wan * WAN_FEN)),
  groups: { fHigh: 3, aHigh: 4, recentDays: 90 },
};
