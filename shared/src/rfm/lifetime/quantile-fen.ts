import { fen, type Fen } from '../../money/index.ts';

/**
 * The smallest amount that is not exceeded with at least this probability.
 *
 * @param distribution probability that the amount is at most so many fen; never falls
 * @param probability above 0, below 1
 * @throws RangeError when the quantile lies beyond the range of money
 * @example
 * quantileFen((amountFen) => 1 - 2 ** -amountFen, 0.9) // => 4
 */
export function quantileFen(distribution: (amountFen: number) => number, probability: number): Fen {
  if (distribution(0) >= probability) return fen(0);
  let below = 0;
  let enough = 1;
  while (distribution(enough) < probability) {
    below = enough;
    enough = fen(enough * 2);
  }
  while (enough - below > 1) {
    const middle = below + Math.floor((enough - below) / 2);
    if (distribution(middle) < probability) below = middle;
    else enough = middle;
  }
  return fen(enough);
}
