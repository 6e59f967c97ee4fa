import type { NamedProduct, ProductTerms } from '@siyu/shared/contracts/product-shelf';
import { formatDay } from '@siyu/shared/time';
import type { ShelvedProduct } from '../../products/index.ts';

/** What a product is called, with its level; null for one without, of which nothing is said to members. */
export function namedOf({ productId, code, name, matched: { level } }: ShelvedProduct): NamedProduct | null {
  return level === null ? null : { productId, code, name, level };
}

/** What else is said of it, once it may be looked at; null where its terms are not whole. */
export function termsOf({ matched }: ShelvedProduct): ProductTerms | null {
  const { type, horizonMonths, isPrivate, levelValidUntil } = matched;
  if (horizonMonths === null || levelValidUntil === null) return null;
  return { type, horizonMonths, isPrivate, levelValidUntil: formatDay(levelValidUntil) };
}
