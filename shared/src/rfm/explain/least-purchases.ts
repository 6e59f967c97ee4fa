/**
 * The least number of purchases in a window whose frequency reaches a cut: the integer that `frequencyBandOf` turns
 * at. Integers only.
 *
 * @param cut purchases per `perDays` days, not negative
 * @param windowDays civil days, at least 1
 * @param perDays a month of 30 days unless given
 * @example
 * leastPurchases(2, 90) // => 6
 * leastPurchases(2, 365) // => 25
 * leastPurchases(12, 365, 365) // => 12
 */
export function leastPurchases(cut: number, windowDays: number, perDays = 30): number {
  const scaled = cut * windowDays;
  const rest = scaled % perDays;
  return (scaled - rest) / perDays + (rest === 0 ? 0 : 1);
}
