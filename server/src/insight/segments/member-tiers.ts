import { Injectable } from '@nestjs/common';
import { addFen, fen, type Fen } from '@siyu/shared/money';
import { addDays, dayOfInstant } from '@siyu/shared/time';
import { Clock } from '../../platform/clock/index.ts';
import { Identity } from '../../records/identity/index.ts';
import { Transactions } from '../../records/transactions/index.ts';
import type { MemberFacts } from '../scoring/index.ts';
import type { DecidedTier } from './built-in-segments.ts';
import { tierOf, Tiers } from './tiers.ts';

export interface MemberTier extends DecidedTier {
  readonly assetsFen: Fen;
}

/** Which tier a member is in, by what every registration of the person holds at the firm; nothing held is 0. */
@Injectable()
export class MemberTiers {
  constructor(
    private readonly clock: Clock,
    private readonly identity: Identity,
    private readonly transactions: Transactions,
    private readonly tiers: Tiers,
  ) {}

  /** Only of members whose account may be looked at and who do not refuse it; others are absent. */
  async tiersOf(facts: readonly MemberFacts[]): Promise<ReadonlyMap<number, MemberTier>> {
    const readable = facts
      .filter(({ areHoldingsReadable }) => areHoldingsReadable)
      .map(({ memberNo }) => memberNo);
    if (readable.length === 0) return new Map();
    const persons = await this.identity.personsOf(readable);
    const numbersOf = (memberNo: number) => persons.get(memberNo)?.numbers ?? [memberNo];
    const now = this.clock.now();
    const [holdings, { value: cuts, version }] = await Promise.all([
      this.transactions.listHoldings(
        [...new Set(readable.flatMap(numbersOf))],
        addDays(dayOfInstant(now), 1),
      ),
      this.tiers.cutsAt(now),
    ]);
    return new Map(
      readable.map((memberNo) => {
        const held = numbersOf(memberNo).flatMap((number) => [...(holdings.get(number)?.values() ?? [])]);
        const assetsFen = held.reduce(addFen, fen(0));
        return [memberNo, { assetsFen, tier: tierOf(assetsFen, cuts), configVersion: version }];
      }),
    );
  }
}
