import type { IdentityConflict } from '@siyu/shared/contracts/member-links';
import { conflictKindNames, conflictStateNames } from '@siyu/shared/messages';
import type { TableColumnType } from 'antd';
import { formatCount } from '../format/figures.ts';
import { formatShortInstant } from '../format/moments.ts';
import type { ConflictState } from './identity-view.ts';

const tones = {
  OPEN: 'chip-warning',
  SETTLED: 'chip-success',
  DISMISSED: 'chip-quiet',
} as const satisfies Record<ConflictState, string>;

export function ConflictChip({ state }: { state: ConflictState }) {
  return <span className={`chip ${tones[state]}`}>{conflictStateNames[state]}</span>;
}

export const conflictColumns: readonly TableColumnType<IdentityConflict>[] = [
  {
    key: 'kind',
    title: '争什么',
    render: (_, row) => (
      <>
        <div className="strong">{conflictKindNames[row.kind]}</div>
        <div className="note">编号尾号 {row.externalIdTail}</div>
      </>
    ),
  },
  { key: 'claimant', title: '提出的登记', width: 170, render: (_, row) => row.claimant.displayName },
  { key: 'holder', title: '已有的登记', width: 170, render: (_, row) => row.holder.displayName },
  { key: 'state', title: '状态', width: 120, render: (_, row) => <ConflictChip state={row.state} /> },
  {
    key: 'times',
    title: '发生',
    width: 90,
    align: 'right',
    render: (_, row) => `${formatCount(row.times)} 次`,
  },
  { key: 'last', title: '最近一次', width: 130, render: (_, row) => formatShortInstant(row.lastAt) },
];
