import type { CampaignRow } from '@siyu/shared/contracts/campaigns';
import { campaignChannelNames } from '@siyu/shared/messages';
import type { TableColumnType } from 'antd';
import { formatCount } from '../format/figures.ts';
import { formatShortInstant } from '../format/moments.ts';
import { CampaignChip } from './campaign-chip.tsx';

const none = <span className="note">—</span>;

interface CampaignColumn extends TableColumnType<CampaignRow> {
  readonly key: string;
  readonly title: string;
}

export const campaignColumns: readonly CampaignColumn[] = [
  {
    key: 'name',
    title: '推送计划',
    render: (_, { name, contentTitle, channel }) => (
      <>
        <div className="strong">{name}</div>
        <div className="note">
          《{contentTitle}》 · {campaignChannelNames[channel]}
        </div>
      </>
    ),
  },
  { key: 'state', title: '状态', width: 110, render: (_, { state }) => <CampaignChip state={state} /> },
  {
    key: 'sender',
    title: '发送人',
    width: 120,
    render: (_, { sender, writer }) =>
      sender === null ? (
        <>
          <div className="note">还没有交给投资顾问</div>
          <div className="note">{writer.name}起草</div>
        </>
      ) : (
        <>
          <div>{sender.name}</div>
          {writer.staffId !== sender.staffId && <div className="note">{writer.name}起草</div>}
        </>
      ),
  },
  {
    key: 'scheduledFor',
    title: '发送时间',
    width: 130,
    render: (_, { scheduledFor }) =>
      scheduledFor === null ? '通过后马上' : formatShortInstant(scheduledFor),
  },
  {
    key: 'changed',
    title: '最近变化',
    width: 130,
    render: (_, { changedAt }) => formatShortInstant(changedAt),
  },
  {
    key: 'included',
    title: '会收到',
    width: 90,
    align: 'right',
    render: (_, { included }) => (included === null ? none : `${formatCount(included)} 位`),
  },
  {
    key: 'sent',
    title: '已发出',
    width: 90,
    align: 'right',
    render: (_, { sent }) => (sent === null ? none : `${formatCount(sent)} 位`),
  },
];
