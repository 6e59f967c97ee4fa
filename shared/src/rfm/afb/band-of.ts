/**
 * Band of a value by fixed cuts. Variant: lower bound inclusive, upper exclusive, so 5万 is band 3 of the
 * paper's table 2 (domain.md §1.2 #1); everything under the first cut, negatives included, is band 1.
 *
 * @param value same unit as the cuts
 * @param cuts rising lower bounds of bands 2, 3, …
 * @returns 1 … cuts.length + 1
 * @example
 * bandOf(5_000_000, afb2023.amountCuts) // => 3
 */
export function bandOf(value: number, cuts: readonly number[]): number {
  return 1 + cuts.filter((cut) => value >= cut).length;
}
