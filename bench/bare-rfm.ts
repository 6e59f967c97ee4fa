import { AS_OF, CUSTOMERS, type PurchaseColumns } from './rfm-purchases.ts';

/**
 * What the machine can do: the same answer by hand, in two loops over typed arrays, without a name for anything.
 * @returns recency, frequency and monetary score of each customer as one number, such as 545
 */
export function bareRfm({ customers, days, amountsFen }: PurchaseColumns): Uint16Array {
  const counts = new Float64Array(CUSTOMERS);
  const sums = new Float64Array(CUSTOMERS);
  const recency = new Float64Array(CUSTOMERS).fill(Infinity);
  for (let row = 0; row < customers.length; row += 1) {
    const customer = customers[row] ?? 0;
    counts[customer] = (counts[customer] ?? 0) + 1;
    sums[customer] = (sums[customer] ?? 0) + (amountsFen[row] ?? 0);
    const age = AS_OF - (days[row] ?? 0);
    if (age < (recency[customer] ?? 0)) recency[customer] = age;
  }
  const cuts = (values: Float64Array, plus: number): number[] => {
    const sorted = values.slice().sort();
    return [1, 2, 3, 4].map((fifth) => (sorted[(fifth * (sorted.length - 1)) / 5] ?? 0) + plus);
  };
  const [r1 = 0, r2 = 0, r3 = 0, r4 = 0] = cuts(recency, 1);
  const [f1 = 0, f2 = 0, f3 = 0, f4 = 0] = cuts(counts, 1);
  const [m1 = 0, m2 = 0, m3 = 0, m4 = 0] = cuts(sums, 100);
  const scores = new Uint16Array(CUSTOMERS);
  for (let customer = 0; customer < CUSTOMERS; customer += 1) {
    const r = recency[customer] ?? 0;
    const f = counts[customer] ?? 0;
    const m = sums[customer] ?? 0;
    scores[customer] =
      100 * (5 - (+(r >= r1) + +(r >= r2) + +(r >= r3) + +(r >= r4))) +
      10 * (1 + (+(f >= f1) + +(f >= f2) + +(f >= f3) + +(f >= f4))) +
      (1 + (+(m >= m1) + +(m >= m2) + +(m >= m3) + +(m >= m4)));
  }
  return scores;
}
