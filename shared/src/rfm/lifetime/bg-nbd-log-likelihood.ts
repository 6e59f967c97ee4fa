import type { BgNbd } from './bg-nbd.ts';
import { logGamma } from './log-gamma.ts';
import { logSum } from './log-sum.ts';
import type { PurchaseTiming } from './repeat-history.ts';

// Read once: in a sandbox such as Jest's each look-up of a global costs more than the function itself.
const { log } = Math;

/**
 * Logarithm of the likelihood of one customer's timing under BG/NBD, in logarithms throughout: hundreds of purchases
 * overflow nothing. Source: Fader, Hardie & Lee (2005), equation 6; arranged as in B. G. S. Hardie, "Overcoming the
 * BG/NBD model's #NUM! error problem" (2013).
 *
 * @example
 * bgNbdLogLikelihood({ kind: 'bg-nbd', r: 0.243, alphaWeeks: 4.414, a: 0.793, b: 2.426 }, { repeatPurchases: 2, weeksFirstToLast: 30.43, weeksObserved: 38.86 }).toFixed(4) // => '-9.4586'
 */
export function bgNbdLogLikelihood({ r, alphaWeeks, a, b }: BgNbd, timing: PurchaseTiming): number {
  const { repeatPurchases: x, weeksFirstToLast, weeksObserved } = timing;
  const activeAtEnd = -(r + x) * log(alphaWeeks + weeksObserved);
  const timeless = r * log(alphaWeeks);
  if (x === 0) return timeless + activeAtEnd;
  const stoppedAtLast = log(a / (b + x - 1)) - (r + x) * log(alphaWeeks + weeksFirstToLast);
  return (
    timeless +
    logGamma(r + x) -
    logGamma(r) +
    logGamma(a + b) +
    logGamma(b + x) -
    logGamma(b) -
    logGamma(a + b + x) +
    logSum(activeAtEnd, stoppedAtLast)
  );
}
