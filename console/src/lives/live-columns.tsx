import type { LiveRow } from '@siyu/shared/contracts/live-desk';
import { contentLabelNames, filingStateNames, livePlatformNames } from '@siyu/shared/messages';
import type { TableColumnType } from 'antd';
import { formatCount } from '../format/figures.ts';
import { formatCivilDay, formatShortInstant } from '../format/moments.ts';
import { LiveChip } from './live-chip.tsx';

const none = <span className="note">—</span>;

interface LiveColumn extends TableColumnType<LiveRow> {
  readonly key: string;
  readonly title: string;
}

export const liveColumns: readonly LiveColumn[] = [
  {
    key: 'title',
    title: '直播',
    render: (_, row) => (
      <>
        <div className="strong">{row.title}</div>
        <div className="note">
          {contentLabelNames[row.label]} · {livePlatformNames[row.platform]} · 第 {row.version} 版
        </div>
      </>
    ),
  },
  { key: 'state', title: '状态', width: 140, render: (_, row) => <LiveChip state={row.state} /> },
  { key: 'starts', title: '开播', width: 130, render: (_, row) => formatShortInstant(row.startsAt) },
  { key: 'host', title: '主讲人', width: 110, render: (_, row) => row.hostName },
  {
    key: 'filing',
    title: '备案',
    width: 120,
    render: (_, row) => (row.filingState === null ? '没有登记' : filingStateNames[row.filingState]),
  },
  {
    key: 'reservations',
    title: '预约',
    width: 80,
    align: 'right',
    render: (_, row) => formatCount(row.reservations),
  },
  {
    key: 'due',
    title: '归档期限',
    width: 130,
    render: (_, row) =>
      row.archiveDueOn === null ? (
        none
      ) : (
        <span className={row.isArchiveOverdue ? 'chip chip-error' : ''}>
          {formatCivilDay(row.archiveDueOn)}
          {row.isArchiveOverdue && ' 已过'}
        </span>
      ),
  },
];
