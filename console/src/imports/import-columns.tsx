import type { ImportRow } from '@siyu/shared/contracts/imports';
import { importKindNames } from '@siyu/shared/messages';
import type { TableColumnType } from 'antd';
import { formatCount } from '../format/figures.ts';
import { formatShortInstant } from '../format/moments.ts';
import { isUnderway, percentDone } from './import-progress.ts';
import { ImportStateChip } from './import-state-chip.tsx';
import { ProgressBar } from '../list/progress-bar.tsx';

const lines = (count: number, tone = '') =>
  count === 0 ? (
    <span className="note">—</span>
  ) : (
    <span className={`figure ${tone}`}>{formatCount(count)}</span>
  );

export const importColumns: readonly TableColumnType<ImportRow>[] = [
  {
    key: 'file',
    title: '文件',
    render: (_, row) => (
      <>
        <div className="strong file-name">{row.fileName}</div>
        <div className="note">{importKindNames[row.kind]}</div>
      </>
    ),
  },
  {
    key: 'state',
    title: '状态',
    width: 150,
    render: (_, row) => (
      <>
        <ImportStateChip row={row} />
        {isUnderway(row) && <ProgressBar percent={percentDone(row)} label={`${row.fileName} 的进度`} />}
      </>
    ),
  },
  { key: 'by', title: '提交人', width: 90, render: (_, row) => row.requestedByName },
  { key: 'at', title: '提交时间', width: 130, render: (_, row) => formatShortInstant(row.requestedAt) },
  { key: 'recorded', title: '导入行', width: 100, align: 'right', render: (_, row) => lines(row.recorded) },
  {
    key: 'duplicates',
    title: '重复行',
    width: 100,
    align: 'right',
    render: (_, row) => lines(row.duplicates),
  },
  {
    key: 'rejected',
    title: '退回行',
    width: 100,
    align: 'right',
    render: (_, row) => lines(row.rejected, 'figure-warning'),
  },
];
