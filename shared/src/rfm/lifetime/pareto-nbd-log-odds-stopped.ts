import { hypergeometricOne } from './hypergeometric-one.ts';
import type { ParetoNbd } from './pareto-nbd.ts';
import type { PurchaseTiming } from './repeat-history.ts';

// Read once: in a sandbox such as Jest's each look-up of a global costs more than the function itself.
const { expm1, log, max, min } = Math;

/**
 * Logarithm of the odds that a customer stopped between his last purchase and the last observed day rather than go
 * on, under Pareto/NBD: ln[s / (r + s + x) · (α + T)^(r+x) (β + T)^s · A₀], −∞ when no time lies between. Both the
 * likelihood and P(alive) are made of it.
 *
 * Source: P. S. Fader, B. G. S. Hardie, "A note on deriving the Pareto/NBD model and related expressions" (2005),
 * A₀ for α ≥ β and α < β; each ₂F₁ after Euler's transformation, in which both cases are
 * (larger + t)^(−r−x) … with a factor that stays small.
 *
 * @example
 * paretoNbdLogOddsStopped({ kind: 'pareto-nbd', r: 0.553, alphaWeeks: 10.578, s: 0.606, betaWeeks: 11.669 }, { repeatPurchases: 0, weeksFirstToLast: 0, weeksObserved: 0 }) // => -Infinity
 */
export function paretoNbdLogOddsStopped(model: ParetoNbd, timing: PurchaseTiming): number {
  const { r, alphaWeeks, s, betaWeeks } = model;
  const { repeatPurchases: x, weeksFirstToLast, weeksObserved } = timing;
  const atLast = logTail(model, x, weeksFirstToLast);
  const atEnd = logTail(model, x, weeksObserved);
  return (
    log(s / (r + s + x)) +
    (r + x) * log(alphaWeeks + weeksObserved) +
    s * log(betaWeeks + weeksObserved) +
    atLast +
    log(-expm1(atEnd - atLast))
  );
}

/**
 * ln[₂F₁(r+s+x, c; r+s+x+1; z) / (larger + t)^(r+s+x)] with c = s + 1 for α ≥ β and r + x for α < β. Euler's
 * transformation takes out (1 − z)^(1−c), where 1 − z = (smaller + t) / (larger + t).
 */
function logTail({ r, alphaWeeks, s, betaWeeks }: ParetoNbd, x: number, t: number): number {
  const shape = r + s + x;
  const larger = max(alphaWeeks, betaWeeks) + t;
  const smaller = min(alphaWeeks, betaWeeks) + t;
  const [lower, rest] = alphaWeeks >= betaWeeks ? [s + 1, r + x] : [r + x, s + 1];
  return (
    (1 - lower) * log(smaller / larger) +
    log(hypergeometricOne(rest, shape + 1, 1 - smaller / larger)) -
    shape * log(larger)
  );
}
