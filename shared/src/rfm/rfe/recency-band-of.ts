/**
 * Band of a recency: 1 for never or long ago, the highest for the last few days. Cuts are the most days of each
 * band but the lowest, the best band's first; both ends belong to the better band.
 *
 * @param recencyDays asOf − last day; null when there is none
 * @param cuts rising
 * @returns 1 … cuts.length + 1
 * @example
 * recencyBandOf(3, [3, 7, 14, 30, 60]) // => 6
 * recencyBandOf(4, [3, 7, 14, 30, 60]) // => 5
 * recencyBandOf(null, [3, 7, 14, 30, 60]) // => 1
 */
export function recencyBandOf(recencyDays: number | null, cuts: readonly number[]): number {
  return recencyDays === null ? 1 : 1 + cuts.filter((cut) => recencyDays <= cut).length;
}
