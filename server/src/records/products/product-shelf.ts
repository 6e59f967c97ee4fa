import { Injectable } from '@nestjs/common';
import type { MatchedProduct } from '@siyu/shared/suitability';
import { epochDay } from '@siyu/shared/time';
import { In } from 'typeorm';
import { Database } from '../../platform/database/index.ts';
import { Product } from './product.entity.ts';

/** What matching needs to know of products. */
@Injectable()
export class ProductShelf {
  constructor(private readonly database: Database) {}

  /** By id; of what is not in the register there is nothing, and nothing may be done with it. */
  async matchedByIds(productIds: readonly string[]): Promise<ReadonlyMap<string, MatchedProduct>> {
    const found = await this.database.read.findBy(Product, { productId: In([...productIds]) });
    return new Map(found.map((product) => [product.productId, matchedOf(product)]));
  }
}

function matchedOf({
  type,
  state,
  level,
  levelValidUntil,
  horizonMonths,
  isPrivate,
}: Product): MatchedProduct {
  const until = levelValidUntil === null ? null : epochDay(levelValidUntil);
  return { type, state, level, levelValidUntil: until, horizonMonths, isPrivate };
}
