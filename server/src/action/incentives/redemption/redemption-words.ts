import { Injectable, type OnModuleInit } from '@nestjs/common';
import { type EntityManager, In } from 'typeorm';
import { type PointsSourceTeller, PointsSources, type PointsSourceWords } from '../ledger/points-sources.ts';
import { CatalogueItem } from './catalogue-item.entity.ts';
import { RedemptionEntry } from './redemption.entity.ts';

/** Tells the statement of a member what points were exchanged for. */
@Injectable()
export class RedemptionWords implements PointsSourceTeller, OnModuleInit {
  constructor(private readonly sources: PointsSources) {}

  onModuleInit(): void {
    this.sources.register('REDEMPTION', this);
  }

  async describe(
    manager: EntityManager,
    sourceIds: readonly string[],
  ): Promise<ReadonlyMap<string, PointsSourceWords>> {
    const entries = await manager.findBy(RedemptionEntry, { redemptionId: In([...sourceIds]) });
    const items = await manager.find(CatalogueItem, {
      select: { itemId: true, title: true },
      where: { itemId: In(entries.map(({ itemId }) => itemId)) },
    });
    const titles = new Map(items.map(({ itemId, title }) => [itemId, title]));
    return new Map(
      entries.map(({ redemptionId, itemId }) => {
        return [redemptionId, { what: `兑换「${titles.get(itemId) ?? ''}」`, why: null }];
      }),
    );
  }
}
