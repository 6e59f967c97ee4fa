import type { SegmentDefinitionRow } from '@siyu/shared/contracts/segment-definitions';
import { definitionStateNames } from '@siyu/shared/messages';
import type { TableColumnType } from 'antd';
import { formatCount } from '../format/figures.ts';
import { formatShortInstant } from '../format/moments.ts';

const tones = { DRAFT: '', LIVE: 'chip-success', RETIRED: 'chip-quiet' } as const;

export function DefinitionChips({
  state,
  hasDraft,
  isPlacing,
}: Pick<SegmentDefinitionRow, 'state' | 'hasDraft' | 'isPlacing'>) {
  return (
    <span className="chips">
      <span className={`chip ${tones[state]}`}>{definitionStateNames[state]}</span>
      {state === 'LIVE' && hasDraft && <span className="chip chip-warning">有未启用的修改</span>}
      {isPlacing && <span className="chip chip-gold">正在归入</span>}
    </span>
  );
}

const none = <span className="note">—</span>;
const counted = (row: SegmentDefinitionRow, count: number, sign: string) =>
  row.liveVersion === null || count === 0 ? (
    none
  ) : (
    <span className="figure">{`${sign}${formatCount(count)}`}</span>
  );

/** @param days the figures of who came and went are of */
export function ownColumns(days: number): TableColumnType<SegmentDefinitionRow>[] {
  return [
    {
      key: 'name',
      title: '客群',
      render: (_, row) => (
        <>
          <div className="strong">{row.name}</div>
          {row.purpose !== '' && <div className="reason">{row.purpose}</div>}
          <DefinitionChips {...row} />
        </>
      ),
    },
    {
      key: 'members',
      title: '现在人数',
      width: 110,
      align: 'right',
      render: (_, row) => counted(row, row.members, ''),
    },
    {
      key: 'entered',
      title: `${days} 天内进入`,
      width: 120,
      align: 'right',
      render: (_, row) => counted(row, row.entered, '+'),
    },
    {
      key: 'left',
      title: `${days} 天内离开`,
      width: 120,
      align: 'right',
      render: (_, row) => counted(row, row.left, '−'),
    },
    {
      key: 'holdout',
      title: '对照组',
      width: 90,
      align: 'right',
      render: (_, { holdoutPercent }) => (holdoutPercent === 0 ? none : `${holdoutPercent}%`),
    },
    {
      key: 'changed',
      title: '最近修改',
      width: 160,
      render: (_, { authorName, changedAt }) => (
        <>
          <div>{authorName}</div>
          <div className="note">{formatShortInstant(changedAt)}</div>
        </>
      ),
    },
  ];
}
