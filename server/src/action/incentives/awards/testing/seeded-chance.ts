/** Chance that is the same for the same seed. */
export class SeededChance {
  #state: number;

  constructor(seed: number) {
    this.#state = seed;
  }

  /** 0 to below 1; mulberry32. */
  next(): number {
    this.#state = (this.#state + 0x6d2b79f5) | 0;
    const state = this.#state;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  }

  below(count: number): number {
    return Math.floor(this.next() * count);
  }

  is(share: number): boolean {
    return this.next() < share;
  }

  /** Of a few kinds most have the first ones, as with models of phones. */
  skewed(count: number): number {
    return Math.floor(this.next() ** 3 * count);
  }

  /** How long people take: half of them less than the median, hardly anybody next to nothing. */
  logNormal(median: number, sigma: number): number {
    const normal = Math.sqrt(-2 * Math.log(1 - this.next())) * Math.cos(2 * Math.PI * this.next());
    return median * Math.exp(sigma * normal);
  }
}
