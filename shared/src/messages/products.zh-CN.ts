import type { ProductState, ProductType } from '../suitability/index.ts';

/** Words of the product register, for members and staff. */
export const productTypeNames = {
  FUND_MONEY: '货币基金',
  FUND_BOND: '债券基金',
  FUND_MIXED: '混合基金',
  FUND_EQUITY: '股票基金',
  FUND_INDEX: '指数基金',
  STRUCTURED: '结构化产品',
  ASSET_MANAGEMENT: '资产管理计划',
  PRIVATE_FUND: '私募基金',
  MARGIN: '融资融券',
  OTHER: '其他产品',
} as const satisfies Record<ProductType, string>;

export const productStateNames = {
  DRAFT: '草稿',
  IN_REVIEW: '复核中',
  ON_SALE: '在售',
  SUSPENDED: '暂停销售',
  RETIRED: '已终止',
} as const satisfies Record<ProductState, string>;
