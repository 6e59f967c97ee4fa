import type { ComplaintRow } from '@siyu/shared/contracts/care-desk';
import type { ComplaintState } from '@siyu/shared/contracts/care.limits';
import { complaintCategoryNames, complaintChannelNames, complaintStateNames } from '@siyu/shared/messages';
import type { TableColumnType } from 'antd';
import { DueMark } from '../care/due-mark.tsx';
import { formatShortInstant } from '../format/moments.ts';

const chips = {
  OPEN: 'chip-warning',
  HANDLING: '',
  ANSWERED: 'chip-gold',
  APPEALED: 'chip-warning',
  REVIEWING: '',
  CLOSED: 'chip-success',
} as const satisfies Record<ComplaintState, string>;

export function ComplaintChip({ state }: { state: ComplaintState }) {
  return <span className={`chip ${chips[state]}`}>{complaintStateNames[state]}</span>;
}

interface ComplaintColumn extends TableColumnType<ComplaintRow> {
  readonly key: string;
  readonly title: string;
}

export const complaintColumns: readonly ComplaintColumn[] = [
  {
    key: 'no',
    title: '编号',
    render: (_, row) => (
      <>
        <div className="strong">{row.complaintNo}</div>
        <div className="note">{complaintCategoryNames[row.category]}</div>
      </>
    ),
  },
  { key: 'channel', title: '渠道', width: 100, render: (_, row) => complaintChannelNames[row.channel] },
  {
    key: 'client',
    title: '客户',
    render: (_, { client, branchName }) => (
      <>
        {client?.displayName ?? '没有登记'}
        <div className="note">{branchName ?? '总部'}</div>
      </>
    ),
  },
  { key: 'state', title: '状态', width: 130, render: (_, row) => <ComplaintChip state={row.state} /> },
  { key: 'owner', title: '承办人', width: 110, render: (_, row) => row.ownerName ?? '还没有' },
  { key: 'due', title: '期限', width: 210, render: (_, row) => <DueMark dueOn={row.dueOn} due={row.due} /> },
  {
    key: 'registered',
    title: '登记时间',
    width: 130,
    render: (_, row) => formatShortInstant(row.registeredAt),
  },
];
