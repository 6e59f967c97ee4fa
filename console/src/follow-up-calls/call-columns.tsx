import type { CallRow } from '@siyu/shared/contracts/care-desk';
import type { CallState } from '@siyu/shared/contracts/care.limits';
import { callOutcomeNames, callReasonNames, callStateNames } from '@siyu/shared/messages';
import type { TableColumnType } from 'antd';
import { DueMark } from '../care/due-mark.tsx';
import { formatShortInstant } from '../format/moments.ts';

const chips = {
  OPEN: 'chip-warning',
  ASSIGNED: '',
  DONE: 'chip-success',
  CANCELLED: 'chip-quiet',
} as const satisfies Record<CallState, string>;

export function CallChip({ state }: { state: CallState }) {
  return <span className={`chip ${chips[state]}`}>{callStateNames[state]}</span>;
}

export const callColumns: readonly TableColumnType<CallRow>[] = [
  {
    key: 'client',
    title: '客户',
    render: (_, { client, branchName }) => (
      <>
        <div className="strong">{client?.displayName ?? '已注销'}</div>
        <div className="note">{branchName ?? '总部'}</div>
      </>
    ),
  },
  { key: 'reason', title: '为什么回访', render: (_, row) => callReasonNames[row.reason] },
  {
    key: 'state',
    title: '状态',
    width: 190,
    render: (_, { state, outcome }) => (
      <>
        <CallChip state={state} />{' '}
        {outcome !== null && <span className="note">{callOutcomeNames[outcome]}</span>}
      </>
    ),
  },
  { key: 'owner', title: '回访人', width: 110, render: (_, row) => row.ownerName ?? '还没有' },
  { key: 'due', title: '期限', width: 210, render: (_, row) => <DueMark dueOn={row.dueOn} due={row.due} /> },
  { key: 'ordered', title: '安排时间', width: 130, render: (_, row) => formatShortInstant(row.orderedAt) },
];
