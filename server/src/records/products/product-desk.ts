import { Injectable } from '@nestjs/common';
import type { ProductDetail, ProductQuery, ProductRow, ProductRows } from '@siyu/shared/contracts/products';
import { PRODUCT_LEVELS_MAX } from '@siyu/shared/contracts/products.limits';
import { dayOfInstant, epochDay, formatDay } from '@siyu/shared/time';
import { z } from 'zod';
import { StaffDirectory } from '../../foundation/organisation/index.ts';
import { Clock } from '../../platform/clock/index.ts';
import { Database } from '../../platform/database/index.ts';
import { decodeCursor, encodeCursor } from '../../platform/http/index.ts';
import { Product, ProductLevelEntry } from './product.entity.ts';
import { draftOf } from './product-terms.ts';
import { productNotFound } from './products.errors.ts';

/** When the last product of a page was entered, and its id. */
const Position = z.tuple([z.int(), z.string().max(36)]);

/** Products as staff see them. They are the firm's own, and no member's. */
@Injectable()
export class ProductDesk {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly staff: StaffDirectory,
  ) {}

  /** The latest first. */
  async list({ limit, cursor, state, code }: z.output<typeof ProductQuery>): Promise<ProductRows> {
    const matching = this.database.read.createQueryBuilder(Product, 'product');
    if (state !== undefined) matching.andWhere('product.state = :state', { state });
    if (code !== undefined) matching.andWhere('product.code = :code', { code });
    const total = await matching.getCount();
    const after = decodeCursor(cursor, Position);
    if (after !== null) {
      const [at, id] = after;
      const isOlder = 'product.createdAt < :at OR (product.createdAt = :at AND product.productId < :id)';
      matching.andWhere(`(${isOlder})`, { at, id });
    }
    const found = await matching
      .orderBy('product.createdAt', 'DESC')
      .addOrderBy('product.productId', 'DESC')
      .limit(limit + 1)
      .getMany();
    const page = found.slice(0, limit);
    const last = found.length > limit ? page.at(-1) : undefined;
    const people = await this.staff.listStaffByIds(page.map(({ authorId }) => authorId));
    return {
      rows: page.map((product) => this.#rowOf(product, people.get(product.authorId)?.name ?? '')),
      total,
      nextCursor: last === undefined ? null : encodeCursor([last.createdAt, last.productId]),
    };
  }

  /** With the levels it had, the latest first. @throws {AppError} products.not_found */
  async get(productId: string): Promise<ProductDetail> {
    const product = await this.database.read.findOneBy(Product, { productId });
    if (product === null) throw productNotFound();
    const levels = await this.database.read.find(ProductLevelEntry, {
      where: { productId },
      order: { version: 'DESC' },
      take: PRODUCT_LEVELS_MAX,
    });
    const ids = [product.authorId, ...levels.map(({ deciderId }) => deciderId)];
    const people = await this.staff.listStaffByIds(ids);
    const nameOf = (staffId: string): string => people.get(staffId)?.name ?? '';
    return {
      ...this.#rowOf(product, nameOf(product.authorId)),
      levels: levels.map(({ version, level, validUntil, deciderId, decidedAt }) => ({
        version,
        level,
        validUntil: formatDay(epochDay(validUntil)),
        deciderName: nameOf(deciderId),
        decidedAt: new Date(decidedAt).toISOString(),
      })),
    };
  }

  #rowOf(product: Product, authorName: string): ProductRow {
    const { productId, state, level, levelValidUntil, version, sha256, endReason, updatedAt } = product;
    const today = dayOfInstant(this.clock.now());
    return {
      productId,
      state,
      draft: draftOf(product),
      isLevelExpired: level !== null && (levelValidUntil === null || levelValidUntil <= today),
      version,
      sha256,
      authorName,
      endReason,
      updatedAt: new Date(updatedAt).toISOString(),
    };
  }
}
