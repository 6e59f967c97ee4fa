import type { Fen } from './fen.ts';

/**
 * Writes fen as yuan with a point, exactly two decimals and no thousands separator; `parseYuan` reads it back.
 *
 * @param amount fen
 * @example
 * formatYuan(fen(1230)) // => '12.30'
 * formatYuan(fen(-5)) // => '-0.05'
 */
export function formatYuan(amount: Fen): string {
  const digits = String(Math.abs(amount)).padStart(3, '0');
  return `${amount < 0 ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}
