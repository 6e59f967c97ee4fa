import { dayOfInstant } from '@siyu/shared/time';
import type { Product } from './product.entity.ts';
import { levelExpired, productNotRated } from './products.errors.ts';

/**
 * What is handed in or put on sale can be matched (REQ-SUIT-9).
 * @throws {AppError} products.not_rated, products.level_expired
 */
export function requireRated(
  { level, levelValidUntil, horizonMonths }: Pick<Product, 'level' | 'levelValidUntil' | 'horizonMonths'>,
  now: number,
): { readonly level: NonNullable<Product['level']>; readonly validUntil: number } {
  if (level === null || levelValidUntil === null || horizonMonths === null) throw productNotRated();
  if (levelValidUntil <= dayOfInstant(now)) throw levelExpired();
  return { level, validUntil: levelValidUntil };
}
