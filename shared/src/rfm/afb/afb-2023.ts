import { fen } from '../../money/index.ts';
import { equalWeights } from '../weights/weight-set.ts';
import type { Afb2023Model } from './afb-2023-model.ts';

const WAN_FEN = 1_000_000; // 1万 yuan

/**
 * The paper's bands. Source: the paper, table 2 (§4.2.1): amount 1/5/10/50/100万, frequency 2/5/10/50/100 a
 * month, benefit 1/3/10/30/50万. Window, weights and group thresholds are ours (domain.md §1.2 #4, §1.3).
 *
 * @example
 * afb2023.benefitCuts // => [1_000_000, 3_000_000, 10_000_000, 30_000_000, 50_000_000]
 */
export const afb2023: Afb2023Model = {
  id: 'afb-2023',
  preset: 'paper',
  version: 1,
  windowDays: 365,
  amountCuts: [1, 5, 10, 50, 100].map((wan) => fen(wan * WAN_FEN)),
  frequencyCuts: [2, 5, 10, 50, 100],
  frequencyPerDays: 30,
  benefitCuts: [1, 3, 10, 30, 50].map((wan) => fen(wan * WAN_FEN)),
  frozenCuts: null,
  weights: equalWeights,
  groups: { rule: 'FREQUENCY_FIRST', fHigh: 3, aHigh: 4, bHigh: 4, recentDays: 90 },
  household: 'OFF',
};
