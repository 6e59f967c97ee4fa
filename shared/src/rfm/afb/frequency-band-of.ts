/**
 * Band of the frequency count × perDays / windowDays. Decided on the exact rational by cross-multiplication,
 * integers only: 19.97 a month stays under 20 and 1.99 under 2 (domain.md §1.2 #2, #3).
 *
 * @param purchases count in the window
 * @param windowDays civil days, at least 1
 * @param cuts rising lower bounds of bands 2, 3, … in purchases per `perDays` days
 * @param perDays a month of 30 days unless given; the length of the window makes the cuts plain counts
 * @example
 * frequencyBandOf(6, 90, [2, 5, 10, 50, 100]) // => 2
 * frequencyBandOf(5, 90, [2, 5, 10, 50, 100]) // => 1
 * frequencyBandOf(5, 90, [2, 5, 10, 50, 100], 90) // => 3
 */
export function frequencyBandOf(
  purchases: number,
  windowDays: number,
  cuts: readonly number[],
  perDays = 30,
): number {
  return 1 + cuts.filter((cut) => purchases * perDays >= cut * windowDays).length;
}
