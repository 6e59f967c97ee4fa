import { Injectable } from '@nestjs/common';
import { Clock } from '../../../platform/clock/index.ts';
import { Database, type Transaction, upsertRows } from '../../../platform/database/index.ts';
import { CatalogueItem } from './catalogue-item.entity.ts';
import { CatalogueTaker } from './redemption.entity.ts';

/**
 * How much of an item is left, for everybody and for one person. Each figure changes by one statement that holds its own
 * condition, so that of any number who come at once no more get one than there are. Whoever takes
 * locks the stock, then the member, and moves points last.
 */
@Injectable()
export class ItemStock {
  constructor(
    private readonly clock: Clock,
    protected readonly database: Database,
  ) {}

  /** Takes one of what is offered on these terms. @returns false when there is none */
  async take(
    { manager }: Transaction,
    { itemId, version }: Pick<CatalogueItem, 'itemId' | 'version'>,
  ): Promise<boolean> {
    const { affected } = await manager
      .createQueryBuilder()
      .update(CatalogueItem)
      .set({ taken: () => 'taken + 1' })
      .where({ itemId, version, state: 'PUBLISHED' })
      .andWhere('taken < stock AND from_at <= :now AND until_at > :now', { now: this.clock.now() })
      .execute();
    return affected === 1;
  }

  /** Takes what awards give of an item, all of it or nothing. @returns whether there was as much, and it is offered */
  async takeFor({ manager }: Transaction, itemId: string, count: number): Promise<boolean> {
    const { affected } = await manager
      .createQueryBuilder()
      .update(CatalogueItem)
      .set({ taken: () => 'taken + :count' })
      .where({ itemId, state: 'PUBLISHED' })
      .andWhere('taken + :count <= stock AND from_at <= :now AND until_at > :now')
      .setParameters({ count, now: this.clock.now() })
      .execute();
    return affected === 1;
  }

  async giveBack({ manager }: Transaction, itemId: string): Promise<void> {
    await manager
      .createQueryBuilder()
      .update(CatalogueItem)
      .set({ taken: () => 'taken - 1' })
      .where({ itemId })
      .andWhere('taken > 0')
      .execute();
  }

  /** Takes one of a person's own share. @returns false when they have had as many as one person may */
  async takeShare(
    tx: Transaction,
    memberNo: number,
    { itemId, perMember }: Pick<CatalogueItem, 'itemId' | 'perMember'>,
  ): Promise<boolean> {
    await upsertRows(tx, CatalogueTaker, [{ memberNo, itemId, taken: 0 }], ['memberNo']);
    const { affected } = await tx.manager
      .createQueryBuilder()
      .update(CatalogueTaker)
      .set({ taken: () => 'taken + 1' })
      .where({ memberNo, itemId })
      .andWhere('taken < :perMember', { perMember })
      .execute();
    return affected === 1;
  }

  async giveShareBack({ manager }: Transaction, memberNo: number, itemId: string): Promise<void> {
    await manager
      .createQueryBuilder()
      .update(CatalogueTaker)
      .set({ taken: () => 'taken - 1' })
      .where({ memberNo, itemId })
      .andWhere('taken > 0')
      .execute();
  }
}
