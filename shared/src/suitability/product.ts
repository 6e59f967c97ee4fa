import type { EpochDay } from '../time/index.ts';
import type { RiskLevel } from './levels.ts';

/** Kinds of product that there are; members name theirs among their goals (REQ-SUIT-5). */
export const PRODUCT_TYPES = [
  'FUND_MONEY',
  'FUND_BOND',
  'FUND_MIXED',
  'FUND_EQUITY',
  'FUND_INDEX',
  'STRUCTURED',
  'ASSET_MANAGEMENT',
  'PRIVATE_FUND',
  'MARGIN',
  'OTHER',
] as const;
export type ProductType = (typeof PRODUCT_TYPES)[number];

/** The life of a product in the register. */
export const PRODUCT_STATES = ['DRAFT', 'IN_REVIEW', 'ON_SALE', 'SUSPENDED', 'RETIRED'] as const;
export type ProductState = (typeof PRODUCT_STATES)[number];

/** What matching knows of a product. */
export interface MatchedProduct {
  readonly type: ProductType;
  readonly state: ProductState;
  /** Null: nobody rated it. */
  readonly level: RiskLevel | null;
  /** The first day on which the level counts no more; null: unknown. */
  readonly levelValidUntil: EpochDay | null;
  /** How long the money should stay, in months; null: unknown. */
  readonly horizonMonths: number | null;
  /** Offered to qualified investors only; a private fund always is. */
  readonly isPrivate: boolean;
}
