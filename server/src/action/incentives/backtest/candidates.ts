import { AWARD_HOLDS } from '@siyu/shared/contracts/awards.limits';
import type { Candidate } from './candidate.ts';
import { Numbers, PlacesOfFacts } from './numbers.ts';

const REFUSALS = ['GUARD', 'BUDGET', 'STOCK'] as const;
const GONE = 255;
const NOTHING: readonly Candidate[] = [];

/** What would be given, in a few dozen bytes each, in the order of the facts that earn it. */
export class Candidates implements Iterable<Candidate> {
  readonly #memberNo = new Numbers(Uint32Array);
  readonly #ruleNo = new Numbers(Uint32Array);
  readonly #decidedNo = new Numbers(Uint32Array);
  readonly #decidedAt = new Numbers(Float64Array);
  readonly #occurredAt = new Numbers(Float64Array);
  readonly #points = new Numbers(Uint32Array);
  readonly #valueFen = new Numbers(Uint32Array);
  /** One more than its place in the list of holds; 0: none. */
  readonly #hold = new Numbers(Uint8Array);
  /** The same of refusals. */
  readonly #refusal = new Numbers(Uint8Array);
  readonly #takenBackAt = new Map<number, number>();
  readonly #places = new PlacesOfFacts();

  /** Of the facts that earn something, both inclusive. */
  get range(): { readonly first: number; readonly last: number } {
    return this.#places.range;
  }

  /** What a fact earns by several rules is added in the order in which it is given. */
  add(candidate: Candidate): void {
    const { memberNo, ruleNo, decidedNo, hold, refusal, takenBackAt } = candidate;
    const at = this.#memberNo.push(memberNo);
    this.#ruleNo.push(ruleNo);
    this.#decidedNo.push(decidedNo);
    this.#decidedAt.push(candidate.decidedAt);
    this.#occurredAt.push(candidate.occurredAt);
    this.#points.push(candidate.points);
    this.#valueFen.push(candidate.valueFen);
    this.#hold.push(hold === null ? 0 : AWARD_HOLDS.indexOf(hold) + 1);
    this.#refusal.push(refusal === null ? 0 : REFUSALS.indexOf(refusal) + 1);
    if (takenBackAt !== null) this.#takenBackAt.set(at, takenBackAt);
    this.#places.add(decidedNo, at);
  }

  /** What a fact earns. */
  of(decidedNo: number): readonly Candidate[] {
    let at = this.#places.first(decidedNo);
    if (at === -1) return NOTHING;
    const found: Candidate[] = [];
    for (; at !== -1; at = this.#places.next(at))
      if (this.#refusal.at(at) !== GONE) found.push(this.#read(at));
    return found;
  }

  /** Nothing is left of what a rule would have given: nothing waits for a person, and nothing is taken back. */
  refuse(decidedNo: number, ruleNo: number, refusal: 'BUDGET' | 'STOCK'): void {
    for (let at = this.#places.first(decidedNo); at !== -1; at = this.#places.next(at)) {
      if (this.#ruleNo.at(at) !== ruleNo || this.#refusal.at(at) === GONE) continue;
      this.#refusal.set(at, REFUSALS.indexOf(refusal) + 1);
      this.#hold.set(at, 0);
      this.#takenBackAt.delete(at);
    }
  }

  /** Takes out what a fact would have earned. @param isMeant asked of the rule and of the member */
  remove(decidedNo: number, isMeant: (ruleNo: number, memberNo: number) => boolean): void {
    for (let at = this.#places.first(decidedNo); at !== -1; at = this.#places.next(at))
      if (isMeant(this.#ruleNo.at(at), this.#memberNo.at(at))) this.#refusal.set(at, GONE);
  }

  /** Whose fact it is, if it earns something by the rule. */
  memberOf(decidedNo: number, ruleNo: number): number | null {
    for (let at = this.#places.first(decidedNo); at !== -1; at = this.#places.next(at))
      if (this.#ruleNo.at(at) === ruleNo && this.#refusal.at(at) !== GONE) return this.#memberNo.at(at);
    return null;
  }

  *[Symbol.iterator](): Iterator<Candidate> {
    for (let decidedNo = this.range.first; decidedNo <= this.range.last; decidedNo += 1)
      for (let at = this.#places.first(decidedNo); at !== -1; at = this.#places.next(at))
        if (this.#refusal.at(at) !== GONE) yield this.#read(at);
  }

  #read(at: number): Candidate {
    return {
      memberNo: this.#memberNo.at(at),
      ruleNo: this.#ruleNo.at(at),
      decidedNo: this.#decidedNo.at(at),
      decidedAt: this.#decidedAt.at(at),
      occurredAt: this.#occurredAt.at(at),
      points: this.#points.at(at),
      valueFen: this.#valueFen.at(at),
      hold: AWARD_HOLDS[this.#hold.at(at) - 1] ?? null,
      refusal: REFUSALS[this.#refusal.at(at) - 1] ?? null,
      takenBackAt: this.#takenBackAt.get(at) ?? null,
    };
  }
}
