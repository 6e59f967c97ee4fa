import { minimise } from './minimise.ts';
import { type SparseRows, rowCount, timesRows, timesWeights } from './sparse.ts';

export interface Labelled {
  readonly rows: SparseRows;
  readonly isTrue: readonly boolean[];
  /** How much each row counts. */
  readonly shares: readonly number[];
}

/**
 * Logistic regression with a small penalty on large weights: the weights, and last of all the bias. The same input
 * gives the same output, bit for bit: nothing in it is random.
 */
export function fitLogistic({ rows, isTrue, shares }: Labelled, penalty: number): Float64Array {
  const { width } = rows;
  const total = rowCount(rows);
  return minimise(width + 1, (point, gradient) => {
    const weights = point.subarray(0, width);
    const bias = point[width] ?? 0;
    const scores = timesWeights(rows, weights);
    const residuals = new Float64Array(total);
    let loss = 0;
    let biasGradient = 0;
    for (let row = 0; row < total; row += 1) {
      const score = (scores[row] ?? 0) + bias;
      const share = shares[row] ?? 1;
      const isOn = isTrue[row] === true;
      const against = isOn ? -score : score;
      loss += share * (Math.max(0, against) + Math.log1p(Math.exp(-Math.abs(against))));
      const residual = share * (1 / (1 + Math.exp(-score)) - (isOn ? 1 : 0));
      residuals[row] = residual;
      biasGradient += residual;
    }
    const product = timesRows(rows, residuals);
    for (let column = 0; column < width; column += 1) {
      const weight = weights[column] ?? 0;
      loss += (penalty / 2) * weight * weight;
      gradient[column] = (product[column] ?? 0) + penalty * weight;
    }
    gradient[width] = biasGradient;
    return loss;
  });
}
