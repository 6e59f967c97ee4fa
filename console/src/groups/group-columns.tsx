import type { GroupRow } from '@siyu/shared/contracts/communities-desk';
import type { GroupState } from '@siyu/shared/contracts/communities.limits';
import { groupStateNames } from '@siyu/shared/messages';
import type { TableColumnType } from 'antd';
import { formatCount } from '../format/figures.ts';
import { formatShortInstant } from '../format/moments.ts';

interface GroupColumn extends TableColumnType<GroupRow> {
  readonly key: string;
  readonly title: string;
  readonly isFixedIn?: boolean;
}

const count = (key: 'memberCount' | 'entries' | 'questions', title: string): GroupColumn => ({
  key,
  title,
  width: 110,
  align: 'right',
  render: (_, row) => formatCount(row[key]),
});

export function GroupStateChip({ state }: { state: GroupState }) {
  return (
    <span className={`chip ${state === 'ACTIVE' ? 'chip-success' : 'chip-quiet'}`}>
      {groupStateNames[state]}
    </span>
  );
}

export const groupColumns: readonly GroupColumn[] = [
  {
    key: 'name',
    title: '社群',
    isFixedIn: true,
    render: (_, { name, state, openQuestions }) => (
      <>
        <div className="strong">{name === '' ? '没有名称的群' : name}</div>
        {state === 'DISSOLVED' && <GroupStateChip state={state} />}
        {openQuestions > 0 && (
          <span className="chip chip-warning">{formatCount(openQuestions)} 个提问待回答</span>
        )}
      </>
    ),
  },
  { key: 'owner', title: '群主', width: 200, render: (_, row) => ownerInWords(row) },
  count('memberCount', '人数'),
  count('entries', '打开小程序'),
  count('questions', '提问'),
  {
    key: 'flow',
    title: '进群 / 退群',
    width: 130,
    align: 'right',
    render: (_, { joins, leaves }) => `${formatCount(joins)} / ${formatCount(leaves)}`,
  },
  {
    key: 'lastActive',
    title: '最近有人来',
    width: 130,
    render: (_, { lastActiveAt }) =>
      lastActiveAt === null ? <span className="note">还没有</span> : formatShortInstant(lastActiveAt),
  },
];

/** @example ownerInWords({ ownerName: '沈知行', branchName: '天河营业部' }) // => '沈知行 · 天河营业部' */
export function ownerInWords({ ownerName, branchName }: Pick<GroupRow, 'ownerName' | 'branchName'>): string {
  if (ownerName === null) return '还没有对上员工';
  return branchName === null ? ownerName : `${ownerName} · ${branchName}`;
}
