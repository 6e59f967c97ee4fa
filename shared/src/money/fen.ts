declare const fenBrand: unique symbol;

/**
 * Money in integer fen (1 yuan = 100 fen), CNY. A plain safe integer at run time; the brand keeps yuan,
 * counts and unchecked numbers from being passed for money.
 */
export type Fen = number & { readonly [fenBrand]: 'Fen' };

/**
 * Tells whether `value` can be money: a safe integer, and not −0, whose sign would leak into texts.
 *
 * @param value fen
 * @example
 * isFen(1230) // => true
 * isFen(12.3) // => false
 */
export function isFen(value: number): value is Fen {
  return Number.isSafeInteger(value) && !Object.is(value, -0);
}

/**
 * Turns a number of fen into money.
 *
 * @param value fen, a safe integer; −0 becomes 0
 * @throws RangeError when it is a fraction, not finite or beyond ±9,007,199,254,740,991 fen
 * @example
 * // 10,000.00 yuan
 * fen(1_000_000) // => 1_000_000
 * fen(0.5) // => throws RangeError
 */
export function fen(value: number): Fen {
  const whole = value === 0 ? 0 : value;
  if (!isFen(whole)) throw new RangeError(`not an amount in fen: ${value}`);
  return whole;
}
