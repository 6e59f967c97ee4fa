import type { ExactCut } from './exact-cut.ts';

/**
 * Tells whether an integer is at the cut or above it. Exact: no division.
 *
 * @param value integer in the unit of the cut
 * @example
 * reaches(297, { whole: 297, part: 2, parts: 5 }) // => false
 * reaches(298, { whole: 297, part: 2, parts: 5 }) // => true
 * reaches(297, { whole: 297, part: 0, parts: 5 }) // => true
 */
export function reaches(value: number, { whole, part }: ExactCut): boolean {
  return value > whole || (value === whole && part === 0);
}
