import { Injectable } from '@nestjs/common';
import type { IncentiveThen } from '@siyu/shared/contracts/incentive-rules';
import type { Reward } from '@siyu/shared/incentives';
import { type EntityManager, In, MoreThan, Not } from 'typeorm';
import { Clock } from '../../../platform/clock/index.ts';
import { CatalogueItem } from '../redemption/catalogue-item.entity.ts';
import { guardedItem } from '../redemption/item-terms.ts';

/** An item that a rule may give. */
export interface GivableItem {
  readonly title: string;
  /** Over all its terms. */
  readonly sha256: string;
  readonly guarded: ReturnType<typeof guardedItem>;
}

/** What rules may give of the catalogue. */
@Injectable()
export class RuleItems {
  constructor(private readonly clock: Clock) {}

  /**
   * Of the items that these give those that are published and not over. A seat in a live is none of them: whoever wants
   * one reserves it while the live is announced, and an award may come when it has begun.
   */
  async givenBy(
    manager: EntityManager,
    rewards: readonly (IncentiveThen | Reward)[],
  ): Promise<ReadonlyMap<string, GivableItem>> {
    const itemIds = rewards.flatMap((reward) => (reward.kind === 'coupon' ? [reward.itemId] : []));
    if (itemIds.length === 0) return new Map();
    const items = await manager.find(CatalogueItem, {
      where: {
        itemId: In([...new Set(itemIds)]),
        state: 'PUBLISHED',
        kind: Not('LIVE_SEAT'),
        untilAt: MoreThan(this.clock.now()),
      },
      order: { itemId: 'ASC' },
    });
    return new Map(
      items.map((item) => [
        item.itemId,
        { title: item.title, sha256: item.sha256, guarded: guardedItem(item) },
      ]),
    );
  }
}

/** The items as the guard asks for them. */
export const guardedItems = (items: ReadonlyMap<string, GivableItem>): ReadonlyMap<string, object> =>
  new Map([...items].map(([itemId, { guarded }]) => [itemId, guarded]));
