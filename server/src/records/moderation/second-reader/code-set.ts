/** Codes already seen, in one typed array: a set that costs a tenth of what `Set` does, since every letter adds four. */
export class CodeSet {
  readonly #slots: Int32Array;
  readonly #mask: number;
  size = 0;

  /** @param capacity as many codes as will ever be added */
  constructor(capacity: number) {
    const slots = 2 ** Math.ceil(Math.log2(Math.max(4, capacity * 2)));
    this.#slots = new Int32Array(slots).fill(-1);
    this.#mask = slots - 1;
  }

  /** @returns whether the code was not there yet */
  add(code: number): boolean {
    let at = code & this.#mask;
    for (let slot = this.#slots[at]; slot !== -1; slot = this.#slots[at]) {
      if (slot === code) return false;
      at = (at + 1) & this.#mask;
    }
    this.#slots[at] = code;
    this.size += 1;
    return true;
  }
}
