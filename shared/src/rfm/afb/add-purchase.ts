import { addFen, fen, type Fen } from '../../money/index.ts';
import type { EpochDay } from '../../time/index.ts';
import type { Purchase } from './purchase.ts';

/** What the window and the history before asOf say about a member. */
export interface AfbMeasures {
  /** Purchases in the window. */
  readonly purchases: number;
  /** Sums in the window, fen. */
  readonly amountFen: Fen;
  readonly benefitFen: Fen;
  /** Last purchase before asOf, inside the window or not; null when there is none. */
  readonly lastPurchaseOn: EpochDay | null;
}

/** A member without any purchase. */
export const noMeasures: AfbMeasures = {
  purchases: 0,
  amountFen: fen(0),
  benefitFen: fen(0),
  lastPurchaseOn: null,
};

/**
 * Adds one purchase to a member's measures. Amount, frequency and benefit see the window
 * [asOf − windowDays, asOf) of Shanghai civil days; the last purchase sees all history before asOf; what lies
 * on or after asOf is ignored (domain.md §1.2 #5, #14b). Money that is no purchase moves the sums alone. The order
 * of purchases does not matter.
 *
 * @param windowDays civil days; Infinity for all history
 * @throws RangeError when a sum leaves the safe range
 * @example
 * addPurchase(noMeasures, { on: epochDay(20_700), amountFen: fen(500), benefitFen: fen(7) }, epochDay(20_781), 365) // => { purchases: 1, amountFen: 500, benefitFen: 7, lastPurchaseOn: 20_700 }
 * addPurchase(noMeasures, { on: epochDay(20_700), amountFen: fen(500), benefitFen: fen(7) }, epochDay(20_781), 80).purchases // => 0
 */
export function addPurchase(
  measures: AfbMeasures,
  purchase: Purchase,
  asOf: EpochDay,
  windowDays: number,
): AfbMeasures {
  if (purchase.on >= asOf) return measures;
  const { lastPurchaseOn } = measures;
  const { isMoneyOnly = false, supersededOn } = purchase;
  const isLast = !isMoneyOnly && (lastPurchaseOn === null || purchase.on > lastPurchaseOn);
  const last = isLast ? purchase.on : lastPurchaseOn;
  if (purchase.on < asOf - windowDays) return { ...measures, lastPurchaseOn: last };
  const isCounted = !isMoneyOnly && (supersededOn === undefined || asOf <= supersededOn);
  return {
    purchases: measures.purchases + (isCounted ? 1 : 0),
    amountFen: addFen(measures.amountFen, purchase.amountFen),
    benefitFen: addFen(measures.benefitFen, purchase.benefitFen),
    lastPurchaseOn: last,
  };
}
