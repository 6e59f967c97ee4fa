import type { ProductDraft } from '@siyu/shared/contracts/products';
import { PRODUCT_CODE, PRODUCT_NAME_MIN } from '@siyu/shared/contracts/products.limits';

/** A new product, of which nothing is known. */
export const emptyProduct: ProductDraft = {
  code: '',
  name: '',
  type: 'FUND_BOND',
  level: null,
  levelValidUntil: null,
  horizonMonths: null,
  isPrivate: false,
};

/** Whether it can be kept; to be handed in takes its level, too. */
export const isWhole = ({ code, name }: ProductDraft): boolean =>
  PRODUCT_CODE.test(code) && name.trim().length >= PRODUCT_NAME_MIN;

/** How long the money should stay, in words. */
export function horizonText(months: number | null): string {
  if (months === null) return '未填写';
  return months === 0 ? '随时可取' : `${months} 个月`;
}
