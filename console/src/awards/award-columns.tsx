import type { AwardReward, StaffAward } from '@siyu/shared/contracts/awards';
import type { AwardState } from '@siyu/shared/contracts/awards.limits';
import { awardStateNames, earningEventNames } from '@siyu/shared/messages';
import type { TableColumnType } from 'antd';
import { formatShortInstant } from '../format/moments.ts';

const chips = {
  AWARDED: 'chip-success',
  HELD: 'chip-warning',
  REFUSED: 'chip-quiet',
  REVERSED: 'chip-quiet',
} as const satisfies Record<AwardState, string>;

export function AwardChip({ state }: { state: AwardState }) {
  return <span className={`chip ${chips[state]}`}>{awardStateNames[state]}</span>;
}

export function rewardInWords({ kind, points, badge }: AwardReward): string {
  switch (kind) {
    case 'points':
      return `${points} 积分`;
    case 'badge':
      return `徽章 ${badge ?? ''}`;
    case 'coupon':
      return '目录里的权益';
    case 'voucher':
      return '咨询权益';
  }
}

export const eventInWords = ({ event }: StaffAward): string => earningEventNames[event];
export const memberInWords = ({ member }: StaffAward): string => member?.displayName ?? '已注销';

export const awardColumns: readonly TableColumnType<StaffAward>[] = [
  { key: 'no', title: '序号', width: 90, render: (_, { awardNo }) => awardNo },
  { key: 'member', title: '客户', width: 140, render: (_, row) => memberInWords(row) },
  { key: 'rule', title: '规则', render: (_, { ruleName }) => <div className="strong">{ruleName}</div> },
  { key: 'event', title: '因为', width: 120, render: (_, row) => eventInWords(row) },
  { key: 'reward', title: '奖励', width: 130, render: (_, { reward }) => rewardInWords(reward) },
  { key: 'state', title: '状态', width: 110, render: (_, { state }) => <AwardChip state={state} /> },
  { key: 'given', title: '时间', width: 130, render: (_, row) => formatShortInstant(row.givenAt) },
];
