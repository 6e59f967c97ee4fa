import type { EntitlementStanding } from '../contracts/entitlements.limits.ts';
import type { CatalogueKind, ItemState } from '../contracts/redemption.limits.ts';

/** What staff call kinds of items and of what members hold. */
export const catalogueKindNames: Readonly<Record<CatalogueKind | 'COUPON', string>> = {
  COURSE: '课程',
  LIVE_SEAT: '直播席位',
  CONSULTATION: '咨询',
  DATA_RIGHT: '数据权益',
  PHYSICAL: '实物礼品',
  COUPON: '兑换券',
};
export const itemStateNames: Readonly<Record<ItemState, string>> = {
  DRAFT: '草稿',
  IN_REVIEW: '待复核',
  PUBLISHED: '上架中',
  WITHDRAWN: '已下架',
};
export const entitlementStandingNames: Readonly<Record<EntitlementStanding, string>> = {
  GRANTED: '可使用',
  USED: '已使用',
  CANCELLED: '已退回',
  EXPIRED: '已过期',
};
