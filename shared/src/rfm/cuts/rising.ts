/**
 * Integers in rising order, by value and not by their digits.
 *
 * @param values safe integers of one unit
 * @example
 * Array.from(rising([10, 9, 100])) // => [9, 10, 100]
 */
export function rising(values: Iterable<number>): Float64Array {
  return Float64Array.from(values).sort();
}
