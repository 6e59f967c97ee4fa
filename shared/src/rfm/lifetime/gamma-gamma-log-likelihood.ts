import type { GammaGamma } from './gamma-gamma.ts';
import { logGamma } from './log-gamma.ts';
import type { RepeatHistory } from './repeat-history.ts';

// Read once: in a sandbox such as Jest's each look-up of a global costs more than the function itself.
const { log } = Math;

/**
 * Logarithm of the likelihood of a repeat buyer's mean money per repeat purchase, given how many there were. Density
 * per fen. Source: Fader & Hardie (2013), "The gamma-gamma model of monetary value", equation 1a.
 *
 * @param history with at least one repeat purchase and money above 0
 * @example
 * gammaGammaLogLikelihood({ p: 6.25, q: 3.74, vFen: 1544 }, { repeatPurchases: 2, repeatAmountFen: fen(4470) }).toFixed(4) // => '-8.1565'
 */
export function gammaGammaLogLikelihood(
  { p, q, vFen }: GammaGamma,
  { repeatPurchases: x, repeatAmountFen }: Pick<RepeatHistory, 'repeatPurchases' | 'repeatAmountFen'>,
): number {
  return (
    logGamma(p * x + q) -
    logGamma(p * x) -
    logGamma(q) +
    q * log(vFen / (vFen + repeatAmountFen)) +
    p * x * log(repeatAmountFen / (vFen + repeatAmountFen)) -
    log(repeatAmountFen / x)
  );
}
