import { fen, type Fen } from './fen.ts';

const RATE = /^(\d{1,9})(?:\.(\d{1,8}))?$/;
const RATE_PLACES = 8;

/**
 * Converts an amount of another currency into fen at a mid rate. Exact integers all the way; a half fen is
 * rounded away from zero, so that a purchase and its claw-back of the same amount cancel out (our choice).
 *
 * @param hundredths hundredths of the currency's unit, a safe integer
 * @param rate yuan for one unit of the currency as decimal text, at most 8 decimals, above zero
 * @returns null when the text is no such rate
 * @throws RangeError when the result leaves the safe range
 * @example
 * // 100.00 dollars are 708.45 yuan; half a fen is rounded away from zero
 * convertAtRate(10_000, '7.0845') // => 70_845
 * convertAtRate(1, '0.5') // => 1
 * convertAtRate(-1, '0.5') // => -1
 * convertAtRate(10_000, '7,08') // => null
 */
export function convertAtRate(hundredths: number, rate: string): Fen | null {
  const match = RATE.exec(rate);
  if (match === null) return null;
  const [, whole = '', decimals = ''] = match;
  const scaled = BigInt(whole + decimals.padEnd(RATE_PLACES, '0'));
  if (scaled === 0n) return null;
  const unit = 10n ** BigInt(RATE_PLACES);
  const amount = BigInt(hundredths);
  const magnitude = (amount < 0n ? -amount : amount) * scaled;
  const rounded = (2n * magnitude + unit) / (2n * unit);
  return fen(Number(amount < 0n ? -rounded : rounded));
}
