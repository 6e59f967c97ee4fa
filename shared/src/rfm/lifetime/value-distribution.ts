import type { GammaGamma } from './gamma-gamma.ts';
import { regularisedBeta } from './regularised-beta.ts';
import type { RepeatHistory } from './repeat-history.ts';

/** Counts this unlikely, together, are left out at each end; far below what moves a quantile. */
const NEGLIGIBLE = 1e-8;

/**
 * What a customer will spend in all: the probability that it is at most so many fen, given how likely each number of
 * purchases is and his history. Exact, no simulation: n purchases together are Gamma(p n, ν), and ν is
 * Gamma(p x + q, v + money so far), so their sum S has S / (S + v + money so far) ~ Beta(p n, p x + q).
 * Source: Fader & Hardie (2013), the two gammas; NIST DLMF 8.17 for the beta.
 *
 * @param probabilities of 0, 1, 2, … purchases, from `purchaseProbabilities`
 * @returns a function of fen, at least 0; at 0 it is the probability of no purchase
 * @example
 * valueDistribution([0.5, 0.5], { p: 6.25, q: 3.74, vFen: 1544 }, { repeatPurchases: 0, repeatAmountFen: fen(0) })(0) // => 0.5
 */
export function valueDistribution(
  probabilities: readonly number[],
  { p, q, vFen }: GammaGamma,
  { repeatPurchases, repeatAmountFen }: Pick<RepeatHistory, 'repeatPurchases' | 'repeatAmountFen'>,
): (amountFen: number) => number {
  const shape = p * repeatPurchases + q;
  const rate = vFen + repeatAmountFen;
  const counts = likelyCounts(probabilities);
  return (amountFen) => {
    const share = amountFen / (amountFen + rate);
    return counts.reduce(
      (sum, { count, probability }) =>
        sum + probability * (count === 0 ? 1 : regularisedBeta(share, p * count, shape)),
      0,
    );
  };
}

function likelyCounts(probabilities: readonly number[]): { count: number; probability: number }[] {
  const least = NEGLIGIBLE / probabilities.length;
  return probabilities
    .map((probability, count) => ({ count, probability }))
    .filter(({ count, probability }) => count === 0 || probability > least);
}
