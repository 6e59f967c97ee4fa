import type { ImportKindCode, ImportState } from '../contracts/imports.limits.ts';
import type { BenefitSource, ToldTransactionKind } from '../contracts/transactions.limits.ts';

/** What a file holds. */
export const importKindNames = {
  transactions: '交易与效益',
  service_events: '测评与咨询',
  index_closes: '指数收盘',
  exchange_holidays: '交易所休市日',
  channel_accounts: '渠道账号',
  products: '产品',
} as const satisfies Record<ImportKindCode, string>;

/** Where an import stands. */
export const importStateNames = {
  QUEUED: '排队中',
  RUNNING: '导入中',
  DONE: '已完成',
  CANCELLED: '已取消',
  FAILED: '已停止',
} as const satisfies Record<ImportState, string>;

/** Kinds of the core system's facts. */
export const transactionKindNames = {
  purchase: '申购申请',
  confirmation: '确认',
  refund: '退回',
  redemption: '赎回',
  switch: '转换',
  plan_deduction: '定投扣款',
  benefit: '效益',
  holding_snapshot: '持有快照',
} as const satisfies Record<ToldTransactionKind, string>;

/** Where income of the firm comes from. */
export const benefitSourceNames = {
  brokerage_commission: '交易佣金',
  subscription_fee: '申购费分成',
  sales_service_fee: '销售服务费',
  trailing_fee: '客户维护费（尾随佣金）',
  advisory_fee: '投顾服务费',
  margin_interest: '融资利息分成',
  private_product_share: '私募产品分成',
} as const satisfies Record<BenefitSource, string>;
