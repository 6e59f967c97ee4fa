import { Injectable } from '@nestjs/common';
import { addFen, type Fen } from '@siyu/shared/money';
import { Clock } from '../../platform/clock/index.ts';
import { Identity } from '../../records/identity/index.ts';
import type { MemberFacts } from '../scoring/index.ts';
import { AssetsSource } from './assets-source.ts';
import type { DecidedTier } from './built-in-segments.ts';
import { tierOf, Tiers } from './tiers.ts';

export interface MemberTier extends DecidedTier {
  readonly assetsFen: Fen;
}

/** Which tier a member is in, by the holdings of every registration of the person. */
@Injectable()
export class MemberTiers {
  constructor(
    private readonly clock: Clock,
    private readonly identity: Identity,
    private readonly assets: AssetsSource,
    private readonly tiers: Tiers,
  ) {}

  /** Only of members whose account may be looked at, which is what a score says; others are absent. */
  async tiersOf(facts: readonly MemberFacts[]): Promise<ReadonlyMap<number, MemberTier>> {
    const readable = facts.filter(({ score }) => score !== null).map(({ memberNo }) => memberNo);
    if (readable.length === 0) return new Map();
    const persons = await this.identity.personsOf(readable);
    const numbersOf = (memberNo: number) => persons.get(memberNo)?.numbers ?? [memberNo];
    const [assets, { value: cuts, version }] = await Promise.all([
      this.assets.assetsOf([...new Set(readable.flatMap(numbersOf))]),
      this.tiers.cutsAt(this.clock.now()),
    ]);
    return new Map(
      readable.flatMap((memberNo): [number, MemberTier][] => {
        const [first, ...others] = numbersOf(memberNo).flatMap((number) => assets.get(number) ?? []);
        if (first === undefined) return [];
        const assetsFen = others.reduce(addFen, first);
        return [[memberNo, { assetsFen, tier: tierOf(assetsFen, cuts), configVersion: version }]];
      }),
    );
  }
}
