import type { GammaGamma } from './gamma-gamma.ts';
import type { RepeatHistory } from './repeat-history.ts';

/**
 * Expected money per purchase of one customer under Gamma-Gamma, fen, not rounded: his own mean and the population's,
 * weighted by how much is known of him; for one-time buyers the population's alone, p v / (q − 1).
 * Source: Fader & Hardie (2013), equation 5.
 *
 * @returns null when the mean is infinite: p x + q ≤ 1
 * @example
 * meanSpendFen({ p: 6.25, q: 3.74, vFen: 1544 }, { repeatPurchases: 2, repeatAmountFen: fen(4469) })?.toFixed(0) // => '2466'
 */
export function meanSpendFen(
  { p, q, vFen }: GammaGamma,
  { repeatPurchases, repeatAmountFen }: Pick<RepeatHistory, 'repeatPurchases' | 'repeatAmountFen'>,
): number | null {
  const excess = p * repeatPurchases + q - 1;
  return excess > 0 ? (p * (vFen + repeatAmountFen)) / excess : null;
}
