/**
 * A place between integers, kept exact: whole + part / parts. A floating-point cut of 297.4 days or 255.8 yuan
 * is a hair off, and the member who stands on it would fall to the wrong side.
 */
export interface ExactCut {
  /** Floor of the cut; a safe integer in the unit of the measure. */
  readonly whole: number;
  /** 0 … parts − 1 */
  readonly part: number;
  /** At least 1. */
  readonly parts: number;
}

/**
 * A cut on an integer, such as one that people set.
 *
 * @param value safe integer in the unit of the measure
 * @example
 * wholeCut(297) // => { whole: 297, part: 0, parts: 1 }
 */
export function wholeCut(value: number): ExactCut {
  return { whole: value, part: 0, parts: 1 };
}
