/**
 * Counts values between edges, so that what is kept does not grow with what is counted. A bin holds its lower edge
 * and not its upper one; the last bin has no end, and what lies below the first edge is counted apart.
 */
export class Histogram {
  /** Values under the first edge. */
  below = 0;
  readonly counts: Float64Array;

  /** @param edges rising; at least one */
  constructor(readonly edges: readonly number[]) {
    this.counts = new Float64Array(edges.length);
  }

  add(value: number): void {
    const at = binOf(this.edges, value);
    if (at === -1) this.below += 1;
    else this.counts[at] = (this.counts[at] ?? 0) + 1;
  }
}

/**
 * The last edge that a value reaches; −1 when it reaches none.
 * @example
 * binOf([1, 2, 5], 4) // => 1
 */
export function binOf(edges: readonly number[], value: number): number {
  let low = 0;
  let high = edges.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((edges[middle] ?? Infinity) <= value) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
