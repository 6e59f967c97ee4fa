import type { TrailRow } from '@siyu/shared/contracts/trail';
import { actorKindNames, trailActionNames, trailSubjectNames } from '@siyu/shared/messages';
import type { TableColumnType } from 'antd';
import { formatInstant } from '../format/moments.ts';

/** Who did it, in words. */
export const actorOf = ({ actorKind, actorId, actorName }: TrailRow): string =>
  actorName ??
  `${actorKindNames[actorKind] ?? actorKind}${actorKind === 'machine' ? ` ${actorId ?? ''}` : ''}`;

/** Which one of its kind: a list that was read goes by what reading it is called. */
export const subjectOf = ({ subjectId }: TrailRow): string => trailActionNames[subjectId] ?? subjectId;

export const trailColumns: readonly TableColumnType<TrailRow>[] = [
  { key: 'time', title: '时间', width: 180, render: (_, row) => formatInstant(row.recordedAt) },
  { key: 'actor', title: '谁', width: 130, render: (_, row) => actorOf(row) },
  {
    key: 'action',
    title: '做了什么',
    render: (_, { action }) => (
      <>
        <div className="strong">{trailActionNames[action] ?? action}</div>
        <code className="note">{action}</code>
      </>
    ),
  },
  {
    key: 'subject',
    title: '对象',
    render: (_, row) => (
      <>
        <div>{trailSubjectNames[row.subjectKind] ?? row.subjectKind}</div>
        <div className="note">{subjectOf(row)}</div>
      </>
    ),
  },
  {
    key: 'seal',
    title: '封存',
    width: 90,
    render: (_, { isSealed }) => (
      <span className={`chip ${isSealed ? 'chip-success' : 'chip-warning'}`}>
        {isSealed ? '已封存' : '待封存'}
      </span>
    ),
  },
];
