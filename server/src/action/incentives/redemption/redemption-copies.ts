import { Injectable } from '@nestjs/common';
import type { RedemptionState } from '@siyu/shared/contracts/redemption.limits';
import { In } from 'typeorm';
import { Database } from '../../../platform/database/index.ts';
import { CatalogueItem } from './catalogue-item.entity.ts';
import { RedemptionEntry } from './redemption.entity.ts';

interface CopiedRedemption {
  readonly title: string;
  /** 0 where a coupon was given for it. */
  readonly points: number;
  readonly state: RedemptionState;
  readonly redeemedAt: number;
  readonly cancelledAt: number | null;
}

/** What a person exchanged under every registration, for the copy of their data. */
@Injectable()
export class RedemptionCopies {
  constructor(private readonly database: Database) {}

  /** The latest first. */
  async copyOf(
    numbers: readonly number[],
    limit: number,
  ): Promise<{ readonly total: number; readonly entries: readonly CopiedRedemption[] }> {
    const { read } = this.database;
    const [found, total] = await read.findAndCount(RedemptionEntry, {
      where: { memberNo: In([...numbers]) },
      order: { redeemedAt: 'DESC', redemptionId: 'DESC' },
      take: limit,
    });
    const items = await read.find(CatalogueItem, {
      select: { itemId: true, title: true },
      where: { itemId: In([...new Set(found.map(({ itemId }) => itemId))]) },
    });
    const titles = new Map(items.map(({ itemId, title }) => [itemId, title]));
    return {
      total,
      entries: found.map(({ itemId, points, state, redeemedAt, cancelledAt }) => {
        return { title: titles.get(itemId) ?? '', points, state, redeemedAt, cancelledAt };
      }),
    };
  }
}
