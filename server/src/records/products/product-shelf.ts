import { Injectable } from '@nestjs/common';
import type { MatchedProduct } from '@siyu/shared/suitability';
import { epochDay } from '@siyu/shared/time';
import { type EntityManager, In } from 'typeorm';
import { Database } from '../../platform/database/index.ts';
import { Product } from './product.entity.ts';

/** A product as it stands on the shelf: what it is called, and what matching knows of it. */
export interface ShelvedProduct {
  readonly productId: string;
  readonly code: string;
  readonly name: string;
  /** Of its terms. */
  readonly sha256: string;
  readonly matched: MatchedProduct;
  readonly createdAt: number;
}
/** Where a page of the shelf ended. */
export interface ShelfPosition {
  readonly createdAt: number;
  readonly productId: string;
}

/** What matching needs to know of products. Whether one may reach a member, suitability decides. */
@Injectable()
export class ProductShelf {
  constructor(private readonly database: Database) {}

  /**
   * By id; of what is not in the register there is nothing, and nothing may be done with it. Inside a transaction pass its
   * manager.
   */
  async byIds(
    productIds: readonly string[],
    manager: EntityManager = this.database.read,
  ): Promise<ReadonlyMap<string, ShelvedProduct>> {
    if (productIds.length === 0) return new Map();
    const found = await manager.findBy(Product, { productId: In([...productIds]) });
    return new Map(found.map((product) => [product.productId, shelvedOf(product)]));
  }

  /** What is sold, the latest entered first: an order that says nothing of how well anything did (REQ-PUB-5). */
  async listOnSale(after: ShelfPosition | null, limit: number): Promise<readonly ShelvedProduct[]> {
    const onSale = this.database.read
      .createQueryBuilder(Product, 'product')
      .where('product.state = :state', { state: 'ON_SALE' });
    if (after !== null) {
      const isOlder =
        'product.createdAt < :createdAt OR (product.createdAt = :createdAt AND product.productId < :productId)';
      onSale.andWhere(`(${isOlder})`, { ...after });
    }
    const found = await onSale
      .orderBy('product.createdAt', 'DESC')
      .addOrderBy('product.productId', 'DESC')
      .limit(limit)
      .getMany();
    return found.map(shelvedOf);
  }

  /** Products that a text names by code or name, retired ones too; at most so many. */
  async namedIn(text: string, limit: number): Promise<readonly ShelvedProduct[]> {
    const found = await this.database.read
      .createQueryBuilder(Product, 'product')
      .where(
        "product.state <> 'DRAFT' AND (INSTR(:text, product.code) > 0 OR INSTR(:text, product.name) > 0)",
        {
          text,
        },
      )
      .orderBy('product.productId', 'ASC')
      .limit(limit)
      .getMany();
    return found.map(shelvedOf);
  }

  /** The one product that is called so, by its code or its whole name; null too where several share the name. */
  async findNamed(named: string): Promise<ShelvedProduct | null> {
    const found = await this.database.read.find(Product, {
      where: [{ code: named }, { name: named }],
      take: 3,
    });
    const byCode = found.find(({ code }) => code === named);
    const one = byCode ?? (found.length === 1 ? found[0] : undefined);
    return one === undefined ? null : shelvedOf(one);
  }
}

function shelvedOf(product: Product): ShelvedProduct {
  const { productId, code, name, sha256, createdAt } = product;
  const { type, state, level, levelValidUntil, horizonMonths, isPrivate } = product;
  const until = levelValidUntil === null ? null : epochDay(levelValidUntil);
  const matched = { type, state, level, levelValidUntil: until, horizonMonths, isPrivate };
  return { productId, code, name, sha256, matched, createdAt };
}
