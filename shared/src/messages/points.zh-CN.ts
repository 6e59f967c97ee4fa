import type { PointAccount, PointPosting } from '../contracts/points.limits.ts';

/** What moved a member's points, as the member reads it. */
export const pointPostingNames = {
  EARNED: '获得积分',
  RELEASED: '积分可以使用了',
  REDEEMED: '兑换',
  RETURNED: '兑换取消，积分退回',
  EXPIRED: '积分到期',
  REVERSED: '收回积分',
  LAPSED: '账号注销',
} as const satisfies Record<PointPosting, string>;

/** The accounts of the ledger, for staff. */
export const pointAccountNames = {
  ISSUANCE: '发放',
  PENDING: '待生效',
  AVAILABLE: '可用',
  REDEEMED: '已兑换',
  EXPIRED: '已到期',
  REVERSED: '已收回',
} as const satisfies Record<PointAccount, string>;

/** What the statement says to a member besides. */
export const pointsMessages = {
  'points.statement': '积分明细',
  'points.statement.empty': '还没有积分记录',
  'points.statement.empty.hint': '学完课程、通过小测之后得到的积分，会一笔一笔记在这里。',
  'points.after': '可用 {count} 分',
  'points.after.pending': '，待生效 {count} 分',
  'points.EARNED': pointPostingNames.EARNED,
  'points.RELEASED': pointPostingNames.RELEASED,
  'points.REDEEMED': pointPostingNames.REDEEMED,
  'points.RETURNED': pointPostingNames.RETURNED,
  'points.EXPIRED': pointPostingNames.EXPIRED,
  'points.REVERSED': pointPostingNames.REVERSED,
  'points.LAPSED': pointPostingNames.LAPSED,
} as const;
