import { bgNbdProbabilityAlive } from './bg-nbd-probability-alive.ts';
import type { BgNbd } from './bg-nbd.ts';
import { checkTiming } from './check-timing.ts';
import { paretoNbdProbabilityAlive } from './pareto-nbd-probability-alive.ts';
import type { ParetoNbd } from './pareto-nbd.ts';
import type { PurchaseTiming } from './repeat-history.ts';

/** P(alive), or null and why it cannot be told. */
export type ProbabilityAlive =
  | { readonly value: number; readonly why: null }
  /** BG/NBD lets a customer stop only after a repeat purchase, so it would say 1 however long ago the one purchase is. */
  | { readonly value: null; readonly why: 'one_time_buyer' };

/**
 * Probability that a customer has not stopped buying for good by the last observed day. BG/NBD cannot tell it for
 * one-time buyers; Pareto/NBD can.
 *
 * @throws RangeError for an impossible history
 * @example
 * probabilityAlive({ kind: 'bg-nbd', r: 0.243, alphaWeeks: 4.414, a: 0.793, b: 2.426 }, { repeatPurchases: 0, weeksFirstToLast: 0, weeksObserved: 30 }) // => { value: null, why: 'one_time_buyer' }
 */
export function probabilityAlive(model: BgNbd | ParetoNbd, timing: PurchaseTiming): ProbabilityAlive {
  checkTiming(timing);
  switch (model.kind) {
    case 'bg-nbd':
      return timing.repeatPurchases === 0
        ? { value: null, why: 'one_time_buyer' }
        : { value: bgNbdProbabilityAlive(model, timing), why: null };
    case 'pareto-nbd':
      return { value: paretoNbdProbabilityAlive(model, timing), why: null };
  }
}
