import { Injectable } from '@nestjs/common';
import { Entitlements } from '../../../records/entitlements/index.ts';
import { Identity } from '../../../records/identity/index.ts';
import { IncentiveLimits } from '../limits/incentive-limits.ts';
import { ItemHistories } from '../redemption/item-histories.ts';

/** Of whom a replay asks the past. */
@Injectable()
export class ReplaySources {
  constructor(
    readonly identity: Identity,
    readonly limits: IncentiveLimits,
    readonly itemHistories: ItemHistories,
    readonly entitlements: Entitlements,
  ) {}
}
