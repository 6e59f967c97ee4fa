import type { DeskComment } from '@siyu/shared/contracts/discussion-desk';
import type { CommentState } from '@siyu/shared/contracts/discussion.limits';
import { commentKindNames, commentStateNames } from '@siyu/shared/messages';
import type { TableColumnType } from 'antd';
import { formatShortInstant } from '../format/moments.ts';

const chips = {
  WAITING: 'chip-warning',
  SHOWN: 'chip-success',
  REFUSED: 'chip-quiet',
} as const satisfies Record<CommentState, string>;

export function CommentChip({ state }: { state: CommentState }) {
  return <span className={`chip ${chips[state]}`}>{commentStateNames[state]}</span>;
}

/** A lesson that was taken down keeps its comments for whoever looks back. */
export const lessonInWords = ({ lessonTitle }: DeskComment): string => lessonTitle ?? '已下架的课';

export const commentColumns: readonly TableColumnType<DeskComment>[] = [
  { key: 'text', title: '内容', render: (_, { text }) => <div className="strong">{text}</div> },
  { key: 'kind', title: '类别', width: 90, render: (_, { kind }) => commentKindNames[kind] },
  { key: 'lesson', title: '课程', width: 240, render: (_, row) => lessonInWords(row) },
  { key: 'state', title: '状态', width: 110, render: (_, { state }) => <CommentChip state={state} /> },
  { key: 'written', title: '提交时间', width: 130, render: (_, row) => formatShortInstant(row.writtenAt) },
];
