type Typed = Uint8Array | Uint32Array | Float64Array;
const BLOCK = 65_536;

/** A list of numbers that grows block by block, without copying what is there. */
export class Numbers {
  readonly #blocks: Typed[] = [];
  #length = 0;

  constructor(private readonly kind: new (length: number) => Typed) {}

  get length(): number {
    return this.#length;
  }

  /** @returns its place */
  push(value: number): number {
    const at = this.#length;
    if (at % BLOCK === 0) this.#blocks.push(new this.kind(BLOCK));
    this.#length += 1;
    this.set(at, value);
    return at;
  }

  at(at: number): number {
    return this.#blocks[Math.floor(at / BLOCK)]?.[at % BLOCK] ?? 0;
  }

  set(at: number, value: number): void {
    const block = this.#blocks[Math.floor(at / BLOCK)];
    if (block !== undefined) block[at % BLOCK] = value;
  }
}

/** Places of something by the fact that it belongs to, a few a fact, in the order in which they were added. */
export class PlacesOfFacts {
  /** By block of facts; one more than the place, 0: none. */
  readonly #firsts = new Map<number, Uint32Array>();
  /** The same. */
  readonly #nexts = new Numbers(Uint32Array);
  /** Inclusive; the first one beyond the last: none. */
  readonly range = { first: Infinity, last: -Infinity };

  /** @param at the next place, without a gap */
  add(decidedNo: number, at: number): void {
    this.#nexts.push(0);
    let last = this.first(decidedNo);
    if (last === -1) return this.#begin(decidedNo, at);
    while (this.next(last) !== -1) last = this.next(last);
    this.#nexts.set(last, at + 1);
  }

  /** -1: none. */
  first(decidedNo: number): number {
    return (this.#firsts.get(Math.floor(decidedNo / BLOCK))?.[decidedNo % BLOCK] ?? 0) - 1;
  }

  next(at: number): number {
    return this.#nexts.at(at) - 1;
  }

  #begin(decidedNo: number, at: number): void {
    const number = Math.floor(decidedNo / BLOCK);
    const block = this.#firsts.get(number) ?? new Uint32Array(BLOCK);
    this.#firsts.set(number, block);
    block[decidedNo % BLOCK] = at + 1;
    this.range.first = Math.min(this.range.first, decidedNo);
    this.range.last = Math.max(this.range.last, decidedNo);
  }
}
