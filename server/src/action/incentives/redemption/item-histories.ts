import { Injectable } from '@nestjs/common';
import { CATALOGUE_ITEM_SUBJECT } from '@siyu/shared/contracts/redemption.limits';
import { In, MoreThanOrEqual } from 'typeorm';
import { AuditTrail } from '../../../foundation/audit/index.ts';
import { ReviewList } from '../../../foundation/reviews/index.ts';
import { Database } from '../../../platform/database/index.ts';
import { CatalogueItem } from './catalogue-item.entity.ts';
import { guardedItem } from './item-terms.ts';
import { RedemptionEntry } from './redemption.entity.ts';

/** More often than this nobody takes an item out of the catalogue. */
const WITHDRAWALS_MAX = 100;

/** An item over time: its terms are those of today, which change only while it is not published. */
export interface ItemHistory {
  readonly itemId: string;
  /** As the guard looks at it. */
  readonly guarded: ReturnType<typeof guardedItem>;
  /** Whether rules may give it at all. */
  readonly isGivable: boolean;
  readonly fromAt: number;
  readonly untilAt: number;
  readonly stock: number;
  /** As of today. */
  readonly taken: number;
  /** When it was published; `until` exclusive. */
  readonly published: readonly { readonly from: number; readonly until: number }[];
  /** What members took for points since the moment that was asked, and gave back. */
  readonly moves: readonly { readonly at: number; readonly count: number }[];
}

/** Reads what the catalogue offered in the past, for whoever decides again what was decided then. */
@Injectable()
export class ItemHistories {
  constructor(
    private readonly database: Database,
    private readonly reviews: ReviewList,
    private readonly trail: AuditTrail,
  ) {}

  /** @param since from when on what members took counts as moves */
  async list(itemIds: readonly string[], since: number): Promise<readonly ItemHistory[]> {
    if (itemIds.length === 0) return [];
    const where = { itemId: In([...itemIds]) };
    const [items, approvals, entries, withdrawals] = await Promise.all([
      this.database.read.findBy(CatalogueItem, where),
      this.reviews.approvalsOf(CATALOGUE_ITEM_SUBJECT, itemIds),
      this.database.read.find(RedemptionEntry, {
        where: [
          { ...where, redeemedAt: MoreThanOrEqual(since) },
          { ...where, cancelledAt: MoreThanOrEqual(since) },
        ],
      }),
      Promise.all(itemIds.map((itemId) => this.#withdrawalsOf(itemId))),
    ]);
    const ends = withdrawals.flat();
    return items.map((item) => {
      const { itemId, kind, fromAt, untilAt, stock, taken } = item;
      const begins = approvals.filter(({ subjectId }) => subjectId === itemId);
      const published = begins.map(({ decidedAt: from }) => ({
        from,
        until: Math.min(
          Infinity,
          ...ends.filter((end) => end.itemId === itemId && end.at >= from).map(({ at }) => at),
        ),
      }));
      const moves = entries
        .filter((entry) => entry.itemId === itemId)
        .flatMap(({ redeemedAt, cancelledAt }) => [
          { at: redeemedAt, count: 1 },
          ...(cancelledAt === null ? [] : [{ at: cancelledAt, count: -1 }]),
        ])
        .filter(({ at }) => at >= since);
      const isGivable = kind !== 'LIVE_SEAT';
      const guarded = guardedItem(item);
      return { itemId, guarded, isGivable, fromAt, untilAt, stock, taken, published, moves };
    });
  }

  async #withdrawalsOf(itemId: string) {
    const { rows } = await this.trail.listPage({
      subjectId: itemId,
      action: 'catalogue.withdraw',
      limit: WITHDRAWALS_MAX,
    });
    return rows.map(({ recordedAt: at }) => ({ itemId, at }));
  }
}
