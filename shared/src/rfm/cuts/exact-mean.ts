import type { ExactCut } from './exact-cut.ts';

/**
 * The arithmetic mean of integers, exact however large their sum grows.
 *
 * @param values safe integers; at least one
 * @throws RangeError when there is none
 * @example
 * exactMean([1, 2, 5]) // => { whole: 2, part: 2, parts: 3 }
 * exactMean([-1, 0]) // => { whole: -1, part: 1, parts: 2 }
 */
export function exactMean(values: Iterable<number>): ExactCut {
  let sum = 0n;
  let parts = 0;
  for (const value of values) {
    sum += BigInt(value);
    parts += 1;
  }
  if (parts === 0) throw new RangeError('no mean of nothing');
  const rest = Number(sum % BigInt(parts));
  // BigInt divides towards zero; the part of a cut counts upwards from its floor.
  const part = rest < 0 ? rest + parts : rest;
  return { whole: Number((sum - BigInt(part)) / BigInt(parts)), part, parts };
}
