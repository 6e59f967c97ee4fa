import { Injectable } from '@nestjs/common';
import type { ItemQuery, ItemRow, ItemRows } from '@siyu/shared/contracts/catalogue-desk';
import { z } from 'zod';
import { StaffDirectory } from '../../../foundation/organisation/index.ts';
import { Database } from '../../../platform/database/index.ts';
import { decodeCursor, encodeCursor } from '../../../platform/http/index.ts';
import { CatalogueItem } from './catalogue-item.entity.ts';
import { draftOf } from './item-terms.ts';
import { itemNotFound } from './redemption.errors.ts';

/** When the last item of a page was made, and its id. */
const Position = z.tuple([z.int(), z.string().max(36)]);

/** Items as staff see them. They are the firm's own, and no member's. */
@Injectable()
export class ItemDesk {
  constructor(
    private readonly database: Database,
    private readonly staff: StaffDirectory,
  ) {}

  /** The latest first. */
  async list({ limit, cursor, state }: z.output<typeof ItemQuery>): Promise<ItemRows> {
    const matching = this.database.read.createQueryBuilder(CatalogueItem, 'item');
    if (state !== undefined) matching.where('item.state = :state', { state });
    const total = await matching.getCount();
    const after = decodeCursor(cursor, Position);
    if (after !== null) {
      const [at, id] = after;
      matching.andWhere('(item.createdAt < :at OR (item.createdAt = :at AND item.itemId < :id))', { at, id });
    }
    const found = await matching
      .orderBy('item.createdAt', 'DESC')
      .addOrderBy('item.itemId', 'DESC')
      .limit(limit + 1)
      .getMany();
    const page = found.slice(0, limit);
    const last = found.length > limit ? page.at(-1) : undefined;
    return {
      rows: await this.#rowsOf(page),
      total,
      nextCursor: last === undefined ? null : encodeCursor([last.createdAt, last.itemId]),
    };
  }

  /** @throws {AppError} catalogue.item_not_found */
  async get(itemId: string): Promise<ItemRow> {
    const item = await this.database.read.findOneBy(CatalogueItem, { itemId });
    const [row] = item === null ? [] : await this.#rowsOf([item]);
    if (row === undefined) throw itemNotFound();
    return row;
  }

  async #rowsOf(items: readonly CatalogueItem[]): Promise<ItemRow[]> {
    const people = await this.staff.listStaffByIds(items.map(({ authorId }) => authorId));
    return items.map((item) => {
      const { itemId, state, taken, version, sha256, authorId, publishedAt, withdrawalReason } = item;
      return {
        itemId,
        state,
        draft: draftOf(item),
        taken,
        version,
        sha256,
        authorName: people.get(authorId)?.name ?? '',
        publishedAt: publishedAt === null ? null : new Date(publishedAt).toISOString(),
        withdrawalReason,
        updatedAt: new Date(item.updatedAt).toISOString(),
      };
    });
  }
}
