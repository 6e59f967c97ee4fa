import type { RepeatHistory } from './repeat-history.ts';

/**
 * Pearson's correlation of repeat purchases and mean money per repeat purchase, over customers. The spend model
 * assumes that the two are independent; a correlation far from 0 says they are not.
 *
 * @param repeatBuyers each with at least one repeat purchase
 * @returns null when one of the two does not vary, or there are no two customers
 * @example
 * spendCorrelation([{ repeatPurchases: 1, repeatAmountFen: fen(100) }, { repeatPurchases: 2, repeatAmountFen: fen(600) }, { repeatPurchases: 3, repeatAmountFen: fen(600) }])?.toFixed(4) // => '0.5000'
 */
export function spendCorrelation(
  repeatBuyers: readonly Pick<RepeatHistory, 'repeatPurchases' | 'repeatAmountFen'>[],
): number | null {
  const counts = repeatBuyers.map(({ repeatPurchases }) => repeatPurchases);
  const means = repeatBuyers.map(({ repeatPurchases, repeatAmountFen }) => repeatAmountFen / repeatPurchases);
  const spread = Math.sqrt(productOfDeviations(counts, counts) * productOfDeviations(means, means));
  return spread > 0 ? productOfDeviations(counts, means) / spread : null;
}

function productOfDeviations(xs: readonly number[], ys: readonly number[]): number {
  const meanX = mean(xs);
  const meanY = mean(ys);
  return xs.reduce((sum, x, index) => sum + (x - meanX) * ((ys[index] ?? meanY) - meanY), 0);
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
