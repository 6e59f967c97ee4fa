import type { DeskQuestion } from '@siyu/shared/contracts/communities-desk';
import type { GroupQuestionState } from '@siyu/shared/contracts/communities.limits';
import { groupQuestionStateNames } from '@siyu/shared/messages';
import type { TableColumnType } from 'antd';
import { formatShortInstant } from '../format/moments.ts';

const chips = {
  OPEN: 'chip-warning',
  ANSWERED: 'chip-success',
  DECLINED: 'chip-quiet',
} as const satisfies Record<GroupQuestionState, string>;

export function QuestionChip({ state }: { state: GroupQuestionState }) {
  return <span className={`chip ${chips[state]}`}>{groupQuestionStateNames[state]}</span>;
}

export const questionColumns: readonly TableColumnType<DeskQuestion>[] = [
  { key: 'text', title: '提问', render: (_, { text }) => <div className="strong">{text}</div> },
  { key: 'group', title: '社群', width: 220, render: (_, { groupName }) => groupName },
  { key: 'state', title: '状态', width: 130, render: (_, { state }) => <QuestionChip state={state} /> },
  { key: 'asked', title: '提问时间', width: 130, render: (_, row) => formatShortInstant(row.askedAt) },
];
