import type { FakeReport } from '@siyu/shared/contracts/verification';
import type { FakeReportState } from '@siyu/shared/contracts/verification.limits';
import type { TableColumnType } from 'antd';
import { formatShortInstant } from '../format/moments.ts';

export const fakeReportStateNames = {
  OPEN: '待处理',
  HANDLED: '已处理',
} as const satisfies Record<FakeReportState, string>;

export function FakeReportChip({ state }: { state: FakeReportState }) {
  return (
    <span className={`chip ${state === 'OPEN' ? 'chip-warning' : 'chip-success'}`}>
      {fakeReportStateNames[state]}
    </span>
  );
}

export const fakeReportColumns: readonly TableColumnType<FakeReport>[] = [
  {
    key: 'checked',
    title: '举报前核对的内容',
    render: (_, row) => <div className="strong">{row.checkedText ?? '没有核对'}</div>,
  },
  {
    key: 'text',
    title: '发生了什么',
    render: (_, { text, pictureIds }) => (
      <>
        {text === '' ? <span className="note">没有说明</span> : text}
        {pictureIds.length > 0 && <div className="note">附图 {pictureIds.length} 张</div>}
      </>
    ),
  },
  { key: 'state', title: '状态', width: 110, render: (_, row) => <FakeReportChip state={row.state} /> },
  { key: 'reported', title: '举报时间', width: 130, render: (_, row) => formatShortInstant(row.reportedAt) },
];
