declare const epochDayBrand: unique symbol;

/** A civil day as the count of days since 1970-01-01 (day 0). No zone: the day a calendar in Shanghai shows. */
export type EpochDay = number & { readonly [epochDayBrand]: 'EpochDay' };

/** First and last day that has a four-digit year: 0001-01-01 and 9999-12-31. */
export const EPOCH_DAY_MIN = -719_162;
export const EPOCH_DAY_MAX = 2_932_896;

/**
 * Tells whether `value` is a day between 0001-01-01 and 9999-12-31.
 *
 * @param value days since 1970-01-01
 * @example
 * isEpochDay(20_781) // => true
 * isEpochDay(20_781.5) // => false
 */
export function isEpochDay(value: number): value is EpochDay {
  return Number.isInteger(value) && !Object.is(value, -0) && value >= EPOCH_DAY_MIN && value <= EPOCH_DAY_MAX;
}

/**
 * Turns a count of days since 1970-01-01 into a day.
 *
 * @param value days since 1970-01-01; −0 becomes 0
 * @throws RangeError when it is no whole number or outside 0001-01-01 … 9999-12-31
 * @example
 * // 2026-11-24
 * epochDay(20_781) // => 20_781
 * epochDay(0.5) // => throws RangeError
 */
export function epochDay(value: number): EpochDay {
  const whole = value === 0 ? 0 : value;
  if (!isEpochDay(whole)) throw new RangeError(`not a day: ${value}`);
  return whole;
}
