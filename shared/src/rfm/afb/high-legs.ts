import type { GroupThresholds } from './afb-2023-model.ts';

/** The bands that decide a group. */
export interface DecidingBands {
  readonly amountBand: number;
  readonly frequencyBand: number;
  readonly benefitBand: number;
}

/**
 * The two legs of every decision table: buys often, and is worth much. Worth is the amount alone, but for rule
 * BENEFIT_COUNTS, where a high benefit does as well.
 *
 * @example
 * highLegs({ amountBand: 1, frequencyBand: 3, benefitBand: 6 }, afb2023.groups) // => { isFrequent: true, isValuable: false }
 * highLegs({ amountBand: 1, frequencyBand: 3, benefitBand: 6 }, { ...afb2023.groups, rule: 'BENEFIT_COUNTS' }).isValuable // => true
 */
export function highLegs(
  { amountBand, frequencyBand, benefitBand }: DecidingBands,
  { rule, fHigh, aHigh, bHigh }: GroupThresholds,
): { readonly isFrequent: boolean; readonly isValuable: boolean } {
  return {
    isFrequent: frequencyBand >= fHigh,
    isValuable: amountBand >= aHigh || (rule === 'BENEFIT_COUNTS' && benefitBand >= bHigh),
  };
}
