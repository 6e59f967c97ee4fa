import type { PlatformSendRow } from '@siyu/shared/contracts/platform-sends';
import { sendChannelNames, settledByNames } from '@siyu/shared/messages';
import type { TableColumnType } from 'antd';
import { formatCount } from '../format/figures.ts';
import { formatShortInstant } from '../format/moments.ts';
import { SendStateChip } from './send-state-chip.tsx';
import { sendCodeSentence } from './send-words.ts';

const none = <span className="note">—</span>;
const moment = (at: string | null) => (at === null ? none : formatShortInstant(at));

export const sendColumns: readonly TableColumnType<PlatformSendRow>[] = [
  {
    key: 'channel',
    title: '消息',
    render: (_, row) => (
      <>
        <div className="strong">{sendChannelNames[row.channel]}</div>
        <div className="note">{row.businessKey}</div>
      </>
    ),
  },
  { key: 'state', title: '状态', width: 120, render: (_, row) => <SendStateChip state={row.state} /> },
  { key: 'planned', title: '计划时间', width: 130, render: (_, row) => moment(row.plannedAt) },
  {
    key: 'attempts',
    title: '尝试',
    width: 80,
    align: 'right',
    render: (_, row) => <span className="figure">{formatCount(row.attempts)} 次</span>,
  },
  {
    key: 'settled',
    title: '有结果的时间',
    width: 140,
    render: (_, row) => (
      <>
        <div>{moment(row.settledAt)}</div>
        {row.settledBy !== null && <div className="note">{settledByNames[row.settledBy]}</div>}
      </>
    ),
  },
  {
    key: 'error',
    title: '说明',
    width: 280,
    render: (_, { errorCode }) => (errorCode === null ? none : sendCodeSentence(errorCode)),
  },
];
