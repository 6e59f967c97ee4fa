import type { NoticeRow } from '@siyu/shared/contracts/notifications';
import { messageClassNames, noticeKindNames, noticeStateNames } from '@siyu/shared/messages';
import type { TableColumnType } from 'antd';
import { formatShortInstant } from '../format/moments.ts';
import { reasonSentence, stateTones } from './notice-words.ts';

const none = <span className="note">—</span>;

export const noticeColumns: readonly TableColumnType<NoticeRow>[] = [
  {
    key: 'member',
    title: '客户',
    width: 140,
    render: (_, row) => <span className="strong">{row.member.displayName}</span>,
  },
  {
    key: 'kind',
    title: '通知',
    render: (_, row) => (
      <>
        <div>{noticeKindNames[row.kind]}</div>
        <div className="note">{row.templateId === '' ? '没有模板' : `模板 ${row.templateId}`}</div>
      </>
    ),
  },
  {
    key: 'class',
    title: '类别',
    width: 90,
    render: (_, row) => messageClassNames[row.messageClass],
  },
  {
    key: 'state',
    title: '状态',
    width: 120,
    render: (_, row) => (
      <span className={`chip ${stateTones[row.state]}`}>{noticeStateNames[row.state]}</span>
    ),
  },
  {
    key: 'reason',
    title: '原因',
    width: 260,
    render: (_, row) => (row.reason === null ? none : reasonSentence(row.reason)),
  },
  { key: 'planned', title: '计划于', width: 130, render: (_, row) => formatShortInstant(row.plannedAt) },
  {
    key: 'settled',
    title: '结束于',
    width: 130,
    render: (_, row) => (row.settledAt === null ? none : formatShortInstant(row.settledAt)),
  },
];
