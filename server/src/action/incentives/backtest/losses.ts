import { COLLISION_KINDS } from '@siyu/shared/contracts/backtests.limits';
import type { Loss } from './candidate.ts';
import { Numbers } from './numbers.ts';
import { Turns } from './turns.ts';
import { AT_ONCE } from './walk.ts';

const GONE = 255;

/** What rules took from each other, in a few bytes each. */
export class Losses implements Iterable<Loss> {
  readonly #memberNo = new Numbers(Uint32Array);
  readonly #decidedNo = new Numbers(Uint32Array);
  readonly #decidedAt = new Numbers(Float64Array);
  readonly #ruleNo = new Numbers(Uint32Array);
  readonly #byRuleNo = new Numbers(Uint32Array);
  readonly #kind = new Numbers(Uint8Array);

  add({ memberNo, decidedNo, decidedAt, ruleNo, byRuleNo, kind }: Loss): void {
    this.#memberNo.push(memberNo);
    this.#decidedNo.push(decidedNo);
    this.#decidedAt.push(decidedAt);
    this.#ruleNo.push(ruleNo);
    this.#byRuleNo.push(byRuleNo);
    this.#kind.push(COLLISION_KINDS.indexOf(kind));
  }

  /** Takes out those that are meant. */
  async remove(isMeant: (loss: Loss) => boolean): Promise<void> {
    const turns = new Turns();
    for (let at = 0; at < this.#kind.length; at += 1) {
      const loss = this.#read(at);
      if (loss !== null && isMeant(loss)) this.#kind.set(at, GONE);
      if (at % AT_ONCE === 0) await turns.pass();
    }
  }

  *[Symbol.iterator](): Iterator<Loss> {
    for (let at = 0; at < this.#kind.length; at += 1) {
      const loss = this.#read(at);
      if (loss !== null) yield loss;
    }
  }

  #read(at: number): Loss | null {
    const kind = COLLISION_KINDS[this.#kind.at(at)];
    if (kind === undefined) return null;
    return {
      kind,
      memberNo: this.#memberNo.at(at),
      decidedNo: this.#decidedNo.at(at),
      decidedAt: this.#decidedAt.at(at),
      ruleNo: this.#ruleNo.at(at),
      byRuleNo: this.#byRuleNo.at(at),
    };
  }
}
