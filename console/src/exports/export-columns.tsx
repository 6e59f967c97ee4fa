import type { ExportRow } from '@siyu/shared/contracts/exports';
import { exportFilterWords, exportKindNames } from '@siyu/shared/messages';
import type { TableColumnType } from 'antd';
import { formatCount } from '../format/figures.ts';
import { formatShortInstant } from '../format/moments.ts';
import { ProgressBar } from '../list/progress-bar.tsx';
import { isWriting, percentWritten } from './export-progress.ts';
import { ExportStateChip } from './export-state-chip.tsx';

export const exportColumns: readonly TableColumnType<ExportRow>[] = [
  {
    key: 'what',
    title: '内容',
    render: (_, row) => (
      <>
        <div className="strong">{exportKindNames[row.kind]}</div>
        <div className="note">{exportFilterWords(row.query)}</div>
      </>
    ),
  },
  { key: 'number', title: '编号', width: 170, render: (_, row) => row.number },
  {
    key: 'state',
    title: '状态',
    width: 150,
    render: (_, row) => (
      <>
        <ExportStateChip state={row.state} />
        {isWriting(row) && <ProgressBar percent={percentWritten(row)} label={`${row.number} 的进度`} />}
      </>
    ),
  },
  {
    key: 'rows',
    title: '行数',
    width: 100,
    align: 'right',
    render: (_, row) => formatCount(row.state === 'DONE' ? row.rowsDone : row.rowsExpected),
  },
  { key: 'at', title: '申请时间', width: 130, render: (_, row) => formatShortInstant(row.requestedAt) },
  {
    key: 'until',
    title: '保留到',
    width: 130,
    render: (_, row) =>
      row.expiresAt === null ? <span className="note">—</span> : formatShortInstant(row.expiresAt),
  },
];
