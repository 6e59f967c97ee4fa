/**
 * Mean of the three bands in hundredths, rounded half up; equal weights (our choice, the paper gives none).
 *
 * @example
 * scoreHundredths(1, 2, 2) // 167, shown as 1.67
 */
export function scoreHundredths(amountBand: number, frequencyBand: number, benefitBand: number): number {
  return Math.floor(((amountBand + frequencyBand + benefitBand) * 200 + 3) / 6);
}
