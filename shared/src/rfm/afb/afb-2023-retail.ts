import { fen } from '../../money/index.ts';
import { afb2023 } from './afb-2023.ts';
import type { Afb2023Model } from './afb-2023-model.ts';

const YUAN_FEN = 100;

/**
 * Bands for a branch whose members buy funds for their savings, all cuts our choice. Under the paper's bands such
 * members sit in band 1 almost to the last: a weekly plan reaches frequency band 2, and a benefit of 1万 needs
 * holdings of some 200万. Amount 1,000 / 5,000 / 2万 / 10万 / 50万 yuan; frequency twice a year, every quarter, every
 * month, every week, every trading day (2 / 4 / 12 / 52 / 243 in 365 days); benefit 10 / 50 / 200 / 1,000 / 5,000
 * yuan. High are a monthly plan, 10万 yuan, and a benefit of 1,000 yuan.
 *
 * @example
 * frequencyBandOf(12, 365, afb2023Retail.frequencyCuts, afb2023Retail.frequencyPerDays) // => 4
 * frequencyBandOf(12, 365, afb2023.frequencyCuts, afb2023.frequencyPerDays) // => 1
 */
export const afb2023Retail: Afb2023Model = {
  ...afb2023,
  preset: 'retail',
  version: 1,
  amountCuts: [1_000, 5_000, 20_000, 100_000, 500_000].map((yuan) => fen(yuan * YUAN_FEN)),
  frequencyCuts: [2, 4, 12, 52, 243],
  frequencyPerDays: 365,
  benefitCuts: [10, 50, 200, 1_000, 5_000].map((yuan) => fen(yuan * YUAN_FEN)),
  groups: { rule: 'FREQUENCY_FIRST', fHigh: 4, aHigh: 5, bHigh: 5, recentDays: 90 },
};
