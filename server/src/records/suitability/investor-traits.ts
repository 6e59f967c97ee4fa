import { Injectable } from '@nestjs/common';
import type { InvestorKind } from '@siyu/shared/suitability';
import type { EntityManager } from 'typeorm';

/** What is known of an investor besides assessments. */
export interface Traits {
  /** As recognised at the moment that is asked for (REQ-SUIT-11). */
  readonly kind: InvestorKind;
  readonly isQualifiedForPrivate: boolean;
  /** Has to be called back before anybody speaks of a product. */
  readonly isCallBackDue: boolean;
}

/** Nothing told: nobody is professional or qualified by silence. */
const UNKNOWN: Traits = { kind: 'ORDINARY', isQualifiedForPrivate: false, isCallBackDue: false };

/**
 * Tells its traits of each registration at a moment (epoch milliseconds), in one statement for all of them; those of
 * whom it knows nothing are absent.
 */
export type TraitsTeller = (
  memberNos: readonly number[],
  at: number,
  manager: EntityManager,
) => Promise<ReadonlyMap<number, Partial<Traits>>>;

/** Where whoever keeps a trait tells of it. */
@Injectable()
export class InvestorTraits {
  readonly #tellers: TraitsTeller[] = [];

  /** Call it in `onModuleInit`. */
  onAsked(teller: TraitsTeller): void {
    this.#tellers.push(teller);
  }

  /**
   * Of persons, each by all numbers that are theirs: what holds of one registration holds of the person.
   * @returns by the first number of each
   */
  async of(
    persons: readonly (readonly number[])[],
    at: number,
    manager: EntityManager,
  ): Promise<ReadonlyMap<number, Traits>> {
    const numbers = [...new Set(persons.flat())];
    const told = await Promise.all(this.#tellers.map((teller) => teller(numbers, at, manager)));
    return new Map(
      persons.flatMap((own) => {
        const [first] = own;
        const traits = told.flatMap((each) => own.flatMap((number) => each.get(number) ?? []));
        return first === undefined ? [] : [[first, traits.reduce(joined, UNKNOWN)] as const];
      }),
    );
  }
}

const joined = (one: Traits, other: Partial<Traits>): Traits => ({
  kind: other.kind === 'PROFESSIONAL' ? 'PROFESSIONAL' : one.kind,
  isQualifiedForPrivate: one.isQualifiedForPrivate || other.isQualifiedForPrivate === true,
  isCallBackDue: one.isCallBackDue || other.isCallBackDue === true,
});
