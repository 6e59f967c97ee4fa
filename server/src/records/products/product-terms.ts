import type { ProductDraft } from '@siyu/shared/contracts/products';
import { epochDay, formatDay, parseDay } from '@siyu/shared/time';
import { sha256OfJson } from '../../foundation/audit/index.ts';
import type { Product } from './product.entity.ts';

type Terms = Pick<
  Product,
  'code' | 'name' | 'type' | 'level' | 'levelValidUntil' | 'horizonMonths' | 'isPrivate'
>;

/** The terms of a product as a person writes them. */
export function draftOf({
  code,
  name,
  type,
  level,
  levelValidUntil,
  horizonMonths,
  isPrivate,
}: Terms): ProductDraft {
  const until = levelValidUntil === null ? null : formatDay(epochDay(levelValidUntil));
  return { code, name, type, level, levelValidUntil: until, horizonMonths, isPrivate };
}

/** The same as they are stored, with their hash. A private fund is private whatever was ticked. */
export function columnsOf(draft: ProductDraft): Terms & Pick<Product, 'sha256'> {
  const { levelValidUntil, type } = draft;
  const columns = {
    ...draft,
    levelValidUntil: levelValidUntil === null ? null : parseDay(levelValidUntil),
    isPrivate: draft.isPrivate || type === 'PRIVATE_FUND',
  };
  return { ...columns, sha256: hashOf(columns) };
}

/** Hash of the terms, whatever hash was once noted beside them. */
export function hashOf(terms: Terms): string {
  return sha256OfJson(draftOf(terms));
}
