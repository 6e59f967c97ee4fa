/** Weights read out of data: an axis on which members differ more says more. */
export interface EntropyWeights {
  /** One per column; their sum is 1. */
  readonly weights: readonly number[];
  /** 1 − entropy of each column, 0 (all alike) to 1. */
  readonly divergence: readonly number[];
}

/**
 * Weights by Shannon entropy: p = x / Σx per column, entropy = −Σ p·ln p / ln n, weight ∝ 1 − entropy.
 * Variant: 0·ln 0 = 0, a constant column weighs 0, and when no column differs at all each weighs alike.
 * The values are shares of a sum, so weigh bands (1 to 6): a benefit in fen may be negative.
 *
 * @param rows one per member, one value per axis; not negative
 * @throws RangeError when there is no row, the rows differ in length, or a value is negative or not finite
 * @example
 * entropyWeights([[1, 2, 1], [2, 1, 2], [4, 3, 5], [6, 2, 6], [3, 1, 2]]).weights.map((each) => each.toFixed(4)) // => ['0.3528', '0.2062', '0.4410']
 * entropyWeights([[1, 5], [3, 5]]).weights // => [1, 0]
 * entropyWeights([[2, 5], [2, 5]]).weights // => [0.5, 0.5]
 */
export function entropyWeights(rows: readonly (readonly number[])[]): EntropyWeights {
  const width = rows[0]?.length ?? 0;
  if (width === 0) throw new RangeError('no values to weigh');
  for (const row of rows) {
    if (row.length !== width) throw new RangeError(`a row has ${row.length} values, not ${width}`);
    for (const value of row) {
      if (!Number.isFinite(value) || value < 0) throw new RangeError(`not a share of a sum: ${value}`);
    }
  }
  const divergence = Array.from({ length: width }, (_, at) => divergenceOf(rows.map((row) => row[at] ?? 0)));
  const sum = divergence.reduce((total, each) => total + each, 0);
  const weights = divergence.map((each) => (sum === 0 ? 1 / width : each / sum));
  return { weights, divergence };
}

function divergenceOf(column: readonly number[]): number {
  // Rounding would leave a constant column a hair from 0, and that hair would be all there is to weigh.
  if (column.every((value) => value === column[0])) return 0;
  const sum = column.reduce((total, value) => total + value, 0);
  let entropy = 0;
  for (const value of column) {
    const share = value / sum;
    if (share > 0) entropy -= share * Math.log(share);
  }
  return Math.max(0, 1 - entropy / Math.log(column.length));
}
