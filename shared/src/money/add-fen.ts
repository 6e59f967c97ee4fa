import { fen, type Fen } from './fen.ts';

/**
 * Adds two amounts, both in fen. Sums of money are range-checked: a sum that a double cannot hold exactly
 * throws instead of losing fen.
 *
 * @throws RangeError when the sum leaves the safe range
 * @example
 * addFen(fen(10), fen(-3)) // => 7
 */
export function addFen(a: Fen, b: Fen): Fen {
  return fen(a + b);
}
