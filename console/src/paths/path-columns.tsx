import type { PathRow } from '@siyu/shared/contracts/paths';
import type { TableColumnType } from 'antd';
import { formatCount } from '../format/figures.ts';
import { formatShortInstant } from '../format/moments.ts';
import { PublicationState } from '../lessons/state-chip.tsx';

export const pathColumns: readonly TableColumnType<PathRow>[] = [
  {
    key: 'title',
    title: '路径',
    render: (_, row) => (
      <>
        <div className="strong">{row.title}</div>
        <div className="note">
          {row.courses > 1 && `${row.courses} 门课程 · `}
          {row.lessons} 课
        </div>
      </>
    ),
  },
  { key: 'state', title: '状态', width: 150, render: (_, row) => <PublicationState row={row} /> },
  { key: 'learners', title: '在学和学过', width: 110, render: (_, row) => formatCount(row.learners) },
  { key: 'completions', title: '学完', width: 90, render: (_, row) => formatCount(row.completions) },
  { key: 'version', title: '版本', width: 90, render: (_, row) => `第 ${row.version} 版` },
  { key: 'author', title: '作者', width: 110, render: (_, row) => row.authorName },
  { key: 'updated', title: '最近修改', width: 130, render: (_, row) => formatShortInstant(row.updatedAt) },
];
