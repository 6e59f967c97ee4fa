import type { GammaGamma } from './gamma-gamma.ts';
import { regularisedGamma } from './regularised-gamma.ts';
import type { RepeatHistory } from './repeat-history.ts';

/**
 * How sure a customer's mean money per purchase is: the probability that it is at most so many fen, given his history,
 * under Gamma-Gamma. The mean is p / ν with ν ~ Gamma(p x + q, v + money so far).
 * Source: Fader & Hardie (2013), the posterior of ν.
 *
 * @returns a function of fen, at least 0
 * @example
 * meanSpendDistribution({ p: 6.25, q: 3.74, vFen: 1544 }, { repeatPurchases: 2, repeatAmountFen: fen(4469) })(2464).toFixed(3) // => '0.566'
 */
export function meanSpendDistribution(
  { p, q, vFen }: GammaGamma,
  { repeatPurchases, repeatAmountFen }: Pick<RepeatHistory, 'repeatPurchases' | 'repeatAmountFen'>,
): (amountFen: number) => number {
  const shape = p * repeatPurchases + q;
  const rate = vFen + repeatAmountFen;
  return (amountFen) => (amountFen > 0 ? 1 - regularisedGamma(shape, (p * rate) / amountFen) : 0);
}
