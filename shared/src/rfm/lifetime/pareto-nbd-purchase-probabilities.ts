import { gaussLegendre } from './gauss-legendre.ts';
import { negativeBinomial } from './negative-binomial.ts';
import { paretoNbdProbabilityAlive } from './pareto-nbd-probability-alive.ts';
import type { ParetoNbd } from './pareto-nbd.ts';
import type { PurchaseTiming } from './repeat-history.ts';

const NODES = gaussLegendre(64);

/**
 * Probabilities of 0, 1, 2, … purchases in the next weeks, given a customer's history, under Pareto/NBD. Among active
 * customers rate and dropout stay independent, Gamma(r+x, α+T) and Gamma(s, β+T); a customer who stays active for `w`
 * of the weeks buys a negative binomial number of times, so the distribution is that number averaged over `w`, which
 * is all the weeks with probability ((β+T) / (β+T+weeks))^s. Gauss–Legendre quadrature with 64 nodes over the
 * probability of having stopped.
 *
 * The same distribution as P. S. Fader, B. G. S. Hardie, K. Jerath, "Deriving an expression for P(X(t, t+τ) = x) under
 * the Pareto/NBD model" (2006), without its differences of ₂F₁.
 *
 * @param weeks above 0
 * @example
 * paretoNbdPurchaseProbabilities({ kind: 'pareto-nbd', r: 0.553, alphaWeeks: 10.578, s: 0.606, betaWeeks: 11.669 }, { repeatPurchases: 0, weeksFirstToLast: 0, weeksObserved: 0 }, 39)[0]?.toFixed(4) // => '0.5936'
 */
export function paretoNbdPurchaseProbabilities(
  model: ParetoNbd,
  timing: PurchaseTiming,
  weeks: number,
): number[] {
  const { r, alphaWeeks, s, betaWeeks } = model;
  const { repeatPurchases: x, weeksObserved } = timing;
  const alive = paretoNbdProbabilityAlive(model, timing);
  const beta = betaWeeks + weeksObserved;
  const staysForAll = Math.exp(-s * Math.log1p(weeks / beta));
  const activeFor = (activeWeeks: number): number[] =>
    negativeBinomial(r + x, activeWeeks / (alphaWeeks + weeksObserved + activeWeeks));

  const probabilities = activeFor(weeks).map((probability) => alive * staysForAll * probability);
  for (const { at, weight } of NODES) {
    const stays = staysForAll + (1 - staysForAll) * at;
    const activeWeeks = beta * Math.expm1(-Math.log(stays) / s);
    const share = alive * (1 - staysForAll) * weight;
    activeFor(Math.min(activeWeeks, weeks)).forEach((probability, n) => {
      probabilities[n] = (probabilities[n] ?? 0) + share * probability;
    });
  }
  probabilities[0] = (probabilities[0] ?? 0) + (1 - alive);
  return probabilities;
}
