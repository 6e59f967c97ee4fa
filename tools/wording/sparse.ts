/** Rows of few entries each: row `at` has `columns[starts[at] .. starts[at + 1])` with their values. */
export interface SparseRows {
  readonly width: number;
  readonly starts: Int32Array;
  readonly columns: Int32Array;
  readonly values: Float64Array;
}

export const rowCount = ({ starts }: SparseRows): number => starts.length - 1;

/** One number for each row: its entries times the weights of their columns. */
export function timesWeights({ starts, columns, values }: SparseRows, weights: Float64Array): Float64Array {
  const products = new Float64Array(starts.length - 1);
  for (let row = 0; row < products.length; row += 1) {
    let sum = 0;
    for (let at = starts[row] ?? 0; at < (starts[row + 1] ?? 0); at += 1)
      sum += (values[at] ?? 0) * (weights[columns[at] ?? 0] ?? 0);
    products[row] = sum;
  }
  return products;
}

/** One number for each column: its entries times the numbers of their rows. */
export function timesRows(
  { starts, columns, values, width }: SparseRows,
  numbers: Float64Array,
): Float64Array {
  const products = new Float64Array(width);
  for (let row = 0; row < numbers.length; row += 1) {
    const number = numbers[row] ?? 0;
    for (let at = starts[row] ?? 0; at < (starts[row + 1] ?? 0); at += 1) {
      const column = columns[at] ?? 0;
      products[column] = (products[column] ?? 0) + (values[at] ?? 0) * number;
    }
  }
  return products;
}
