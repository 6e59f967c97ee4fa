/** What comes back at a moment; few of many, so that hardly any award has to look for one. */
export class Returns<Share> {
  readonly #waiting: { readonly at: number; readonly share: Share }[] = [];

  add(at: number, share: Share): void {
    let place = this.#waiting.length;
    while (place > 0 && (this.#waiting[place - 1]?.at ?? 0) > at) place -= 1;
    this.#waiting.splice(place, 0, { at, share });
  }

  /** Those up to a moment, each once. */
  until(moment: number, give: (share: Share) => void): void {
    for (let next = this.#waiting[0]; next !== undefined && next.at <= moment; next = this.#waiting[0]) {
      this.#waiting.shift();
      give(next.share);
    }
  }
}
