/** Rows of one batch; each gets a verdict of its own. */
export const TRANSACTIONS_PER_BATCH_MAX = 500;
export const CLOSES_PER_BATCH_MAX = 500;
/** What the core system may tell of a customer's money. */
export const TRANSACTION_KINDS = [
  'purchase',
  'confirmation',
  'refund',
  'redemption',
  'switch',
  'plan_deduction',
  'benefit',
  'holding_snapshot',
] as const;
export type ToldTransactionKind = (typeof TRANSACTION_KINDS)[number];
/** Where income of the firm comes from (效益来源). */
export const BENEFIT_SOURCES = [
  'brokerage_commission',
  'subscription_fee',
  'sales_service_fee',
  'trailing_fee',
  'advisory_fee',
  'margin_interest',
  'private_product_share',
] as const;
export type BenefitSource = (typeof BENEFIT_SOURCES)[number];
/** 1,000 亿元: beyond it an amount is a mistake, and nine hundred of them can still be summed exactly. */
export const AMOUNT_FEN_MAX = 10_000_000_000_000;
export const SOURCE_ID_MAX = 64;
export const PRODUCT_CODE_MAX = 32;
export const INDEX_CODE_MAX = 16;
