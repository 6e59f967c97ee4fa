import type { LessonRow } from '@siyu/shared/contracts/content';
import { contentKindNames, contentLabelNames } from '@siyu/shared/messages';
import type { TableColumnType } from 'antd';
import { formatShortInstant } from '../format/moments.ts';
import { PublicationState } from './state-chip.tsx';

export const lessonColumns: readonly TableColumnType<LessonRow>[] = [
  {
    key: 'title',
    title: '内容',
    render: (_, row) => (
      <>
        <div className="strong">{row.title}</div>
        {row.kind === 'lesson' && (
          <div className="note">
            {row.pathTitle} · 第 {row.position} 课
          </div>
        )}
      </>
    ),
  },
  { key: 'kind', title: '种类', width: 80, render: (_, row) => contentKindNames[row.kind] },
  {
    key: 'label',
    title: '类别',
    width: 110,
    render: (_, row) => contentLabelNames[row.label],
  },
  {
    key: 'state',
    title: '状态',
    width: 150,
    render: (_, row) => <PublicationState row={row} />,
  },
  { key: 'version', title: '版本', width: 90, render: (_, row) => `第 ${row.version} 版` },
  { key: 'author', title: '作者', width: 110, render: (_, row) => row.authorName },
  {
    key: 'updated',
    title: '最近修改',
    width: 130,
    render: (_, row) => formatShortInstant(row.updatedAt),
  },
  {
    key: 'published',
    title: '发布时间',
    width: 130,
    render: (_, row) =>
      row.publishedAt === null ? <span className="note">—</span> : formatShortInstant(row.publishedAt),
  },
];
