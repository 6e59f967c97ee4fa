import type { ChannelAccountRow } from '@siyu/shared/contracts/channels';
import { accountOwnerNames, platformNames } from '@siyu/shared/messages';
import type { TableColumnType } from 'antd';
import { formatCount } from '../format/figures.ts';

interface ChannelColumn extends TableColumnType<ChannelAccountRow> {
  readonly key: string;
  readonly title: string;
  readonly isFixedIn?: boolean;
}

export const channelColumns: readonly ChannelColumn[] = [
  {
    key: 'name',
    title: '账号',
    isFixedIn: true,
    render: (_, { name, handle }) => (
      <>
        <div className="strong">{name}</div>
        <div className="note">{handle}</div>
      </>
    ),
  },
  { key: 'platform', title: '平台', width: 120, render: (_, { platform }) => platformNames[platform] },
  {
    key: 'owner',
    title: '属于',
    width: 200,
    render: (_, { owner, staffName, branchName }) => (
      <>
        <div>{ownerInWords({ owner, staffName, branchName: null })}</div>
        {branchName !== null && <div className="note">{branchName}</div>}
      </>
    ),
  },
  {
    key: 'placements',
    title: '投放位',
    width: 110,
    align: 'right',
    render: (_, { placements }) => formatCount(placements),
  },
  {
    key: 'newMembers',
    title: '带来新会员',
    width: 130,
    align: 'right',
    render: (_, { newMembers }) => <b>{formatCount(newMembers)}</b>,
  },
];

/** @example ownerInWords({ owner: 'EMPLOYEE', staffName: '李岚', branchName: '广州营业部' }) // => '员工 · 李岚 · 广州营业部' */
export function ownerInWords({
  owner,
  staffName,
  branchName,
}: Pick<ChannelAccountRow, 'owner' | 'staffName' | 'branchName'>): string {
  return [accountOwnerNames[owner], staffName, branchName].filter((part) => part !== null).join(' · ');
}
