import { isFen, type Fen } from './fen.ts';

const YUAN = /^(-?)(\d{1,18})(?:\.(\d{1,2}))?$/;

/**
 * Reads an amount in yuan, written with a point and at most two decimals, as fen. Digits only: no
 * thousands separator, no exponent, no currency sign, no plus sign. Exact: no floating-point yuan on the way.
 *
 * @param text yuan, such as `12`, `12.3`, `12.30`, `-0.05`
 * @returns fen, or null when the text is no such amount or beyond ±90,071,992,547,409.91 yuan
 * @example
 * parseYuan('12.30') // => 1230
 * parseYuan('12.345') // => null
 */
export function parseYuan(text: string): Fen | null {
  const match = YUAN.exec(text);
  if (match === null) return null;
  const [, sign = '', whole = '', decimals = ''] = match;
  const magnitude = Number(whole + decimals.padEnd(2, '0'));
  const amount = sign === '-' && magnitude !== 0 ? -magnitude : magnitude;
  return isFen(amount) ? amount : null;
}
