import { equalWeights, type WeightSet } from '../weights/weight-set.ts';

/**
 * Weighted mean of the three bands in hundredths, rounded half up; computed in integers. The sum of the weights
 * may be up to 10¹².
 *
 * @param weights equal unless given (our choice, the paper gives none)
 * @example
 * scoreHundredths(1, 2, 2) // => 167
 * scoreHundredths(4, 1, 6, { ...equalWeights, amount: 2297, frequency: 1220, benefit: 6483 }) // => 493
 */
export function scoreHundredths(
  amountBand: number,
  frequencyBand: number,
  benefitBand: number,
  weights: WeightSet = equalWeights,
): number {
  const { amount, frequency, benefit } = weights;
  const sum = amount + frequency + benefit;
  const weighted = amountBand * amount + frequencyBand * frequency + benefitBand * benefit;
  return Math.floor((weighted * 200 + sum) / (2 * sum));
}
