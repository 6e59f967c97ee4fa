import type { ExactCut } from '../cuts/exact-cut.ts';
import { quantileType7 } from '../cuts/quantile-type-7.ts';
import { rising } from '../cuts/rising.ts';

/**
 * Lower bounds of the second to the fifth fifth of a sample: type-7 quantiles at 20, 40, 60 and 80 %, plus `plus`.
 *
 * @param values safe integers; at least one
 * @param plus what lifts a cut over those who stand on it, in the unit of the values
 * @throws RangeError when there is no value
 * @example
 * fifths([1, 2, 3, 5], 1)[0] // => { whole: 2, part: 3, parts: 5 }
 */
export function fifths(values: Iterable<number>, plus: number): ExactCut[] {
  const sorted = rising(values);
  return [1, 2, 3, 4].map((share) => {
    const cut = quantileType7(sorted, share, 5);
    return { ...cut, whole: cut.whole + plus };
  });
}
