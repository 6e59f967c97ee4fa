import type { BacktestState, CollisionKind } from '../contracts/backtests.limits.ts';
import type { Verdict } from '../incentives/index.ts';

export const backtestStateNames = {
  QUEUED: '排队中',
  RUNNING: '回测中',
  DONE: '已完成',
  CANCELLED: '已取消',
  FAILED: '没有完成',
} as const satisfies Record<BacktestState, string>;

export const collisionNames = {
  STACKING: '同组只送一个',
  YEARLY_CAP: '每人每年的上限',
} as const satisfies Record<CollisionKind, string>;

/** What became of an event under a rule, as staff read it. */
export const verdictSentences = {
  other_event: '这条规则等的不是这件事',
  never_rewarded: '这件事不能用来发奖励',
  not_scheduled: '不在有效期内',
  condition: '条件不满足',
  mission: '任务还没有做完',
  limit: '已到每人次数上限',
  cool_down: '与上一次相隔太短',
  held_out: '这位客户在对照组里，不送',
  stacked: '同组里已有先送的规则',
  yearly_cap: '超过每人每年的上限',
  awarded: '会送出',
} as const satisfies Record<Verdict, string>;
