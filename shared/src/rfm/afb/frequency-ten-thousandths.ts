/**
 * Monthly frequency, count × 30 / windowDays, in ten-thousandths, rounded half up. For showing only: bands
 * are decided on the exact rational by `frequencyBandOf`. Computed in integers.
 *
 * @param purchases count in the window
 * @param windowDays civil days, at least 1
 * @example
 * frequencyTenThousandths(5, 365) // => 4110
 */
export function frequencyTenThousandths(purchases: number, windowDays: number): number {
  return Math.floor((purchases * 600_000 + windowDays) / (2 * windowDays));
}
