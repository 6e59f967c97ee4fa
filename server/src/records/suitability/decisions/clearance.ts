import { isOpen, type Door, type Match } from '@siyu/shared/suitability';

/** What was decided of one member and one product. */
export interface DecidedPair {
  /** Of its record; null: the one before it says the same. */
  readonly decisionId: string | null;
  readonly memberNo: number;
  readonly productId: string;
  readonly match: Match;
  /** The member may buy until then; null: this lets nobody buy. Epoch milliseconds. */
  readonly clearedUntil: number | null;
}

/**
 * That the gate has let products pass to members. Only the gate makes one: what brings a product to a member takes a
 * clearance and asks it, so that nothing can forget the gate (I-04). What was not asked of the gate does not pass.
 */
export class Clearance {
  readonly door: Door;
  readonly #decided: ReadonlyMap<string, DecidedPair>;

  constructor(door: Door, decided: readonly DecidedPair[]) {
    this.door = door;
    this.#decided = new Map(decided.map((pair) => [pairKey(pair), pair]));
  }

  lets(memberNo: number, productId: string): boolean {
    const match = this.matchOf(memberNo, productId);
    return match !== null && isOpen(match);
  }

  /** What was decided; null for a product that is not in the register. */
  matchOf(memberNo: number, productId: string): Match | null {
    return this.#decided.get(pairKey({ memberNo, productId }))?.match ?? null;
  }

  /** The record of the decision; null where the one before it says the same, or nothing is kept. */
  decisionIdOf(memberNo: number, productId: string): string | null {
    return this.#decided.get(pairKey({ memberNo, productId }))?.decisionId ?? null;
  }

  /** Until when the member may buy; null: may not. */
  clearedUntil(memberNo: number, productId: string): number | null {
    return this.#decided.get(pairKey({ memberNo, productId }))?.clearedUntil ?? null;
  }
}

/** One text for a member and a product. */
export const pairKey = ({ memberNo, productId }: { readonly memberNo: number; readonly productId: string }) =>
  `${memberNo} ${productId}`;
