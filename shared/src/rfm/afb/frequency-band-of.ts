const MONTH_DAYS = 30;

/**
 * Band of the monthly frequency count × 30 / windowDays. Decided on the exact rational by
 * cross-multiplication, integers only: 19.97 a month stays under 20 and 1.99 under 2 (domain.md §1.2 #2, #3).
 *
 * @param purchases count in the window
 * @param windowDays civil days, at least 1
 * @param cuts rising lower bounds of bands 2, 3, … in purchases per 30 days
 * @example
 * frequencyBandOf(6, 90, [2, 5, 10, 50, 100]) // 2: 180 >= 2 × 90
 */
export function frequencyBandOf(purchases: number, windowDays: number, cuts: readonly number[]): number {
  return 1 + cuts.filter((cut) => purchases * MONTH_DAYS >= cut * windowDays).length;
}
