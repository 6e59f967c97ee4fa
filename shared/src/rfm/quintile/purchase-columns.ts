import type { EpochDay } from '../../time/index.ts';

/** Purchases of a whole population in columns; row n of each column belongs to the same purchase. */
export interface PurchaseColumns {
  /** Who bought: dense indexes from 0. */
  readonly customers: Uint32Array;
  /** When, in epoch days. */
  readonly days: Int32Array;
  /** For how much, in safe integers of fen. */
  readonly amountsFen: Float64Array;
}

/** Measures of a whole population in columns; place n of each column belongs to customer n. */
export interface MeasureColumns {
  /** Days since the last purchase; Infinity for a customer who never bought. */
  readonly recencyDays: Float64Array;
  readonly purchases: Float64Array;
  /** Fen. */
  readonly amountFen: Float64Array;
}

/** No column of days holds an earlier one. */
const FIRST_DAY = -(2 ** 31);

/**
 * Sums the purchases of a population in one pass, as `addPurchase` does for one customer at a time: amount and count
 * see the window before asOf, recency all history before it, and what lies on or after asOf is ignored. The order of
 * rows does not matter.
 *
 * @param population number of customers; every index is below it
 * @param windowDays civil days before asOf; null for all history
 * @throws RangeError when an index is not below the population, the columns differ in length or a sum leaves the safe range
 * @example
 * const columns = { customers: Uint32Array.of(1, 1), days: Int32Array.of(20_700, 20_780), amountsFen: Float64Array.of(500, 7) };
 * [...sumColumns(columns, 2, epochDay(20_781), null).amountFen] // => [0, 507]
 */
export function sumColumns(
  { customers, days, amountsFen }: PurchaseColumns,
  population: number,
  asOf: EpochDay,
  windowDays: number | null,
): MeasureColumns {
  if (days.length !== customers.length || amountsFen.length !== customers.length) {
    throw new RangeError(`columns of ${customers.length}, ${days.length} and ${amountsFen.length} rows`);
  }
  const recencyDays = new Float64Array(population).fill(Infinity);
  const purchases = new Float64Array(population);
  const amountFen = new Float64Array(population);
  // Days are compared as whole numbers: with an infinite bound the loop would take twice as long.
  const from = windowDays === null ? FIRST_DAY : asOf - windowDays;
  for (let row = 0; row < customers.length; row += 1) {
    const customer = customers[row] ?? 0;
    const before = amountFen[customer];
    if (before === undefined) throw new RangeError(`customer ${customer} of ${population}`);
    const day = days[row] ?? asOf;
    if (day >= asOf) continue;
    const age = asOf - day;
    if (age < (recencyDays[customer] ?? 0)) recencyDays[customer] = age;
    if (day < from) continue;
    const sum = before + (amountsFen[row] ?? 0);
    if (sum > Number.MAX_SAFE_INTEGER || sum < Number.MIN_SAFE_INTEGER) {
      throw new RangeError(`the sum of customer ${customer} leaves the exact range`);
    }
    amountFen[customer] = sum;
    purchases[customer] = (purchases[customer] ?? 0) + 1;
  }
  return { recencyDays, purchases, amountFen };
}
