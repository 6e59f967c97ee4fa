import type { SegmentRow, SegmentRows } from '@siyu/shared/contracts/segments';
import { segmentKindNames } from '@siyu/shared/messages';
import type { TableColumnType } from 'antd';
import { formatCount } from '../format/figures.ts';
import { segmentMeaning } from './segment-meaning.ts';
import { segmentName } from './segment-name.ts';

const none = <span className="note">—</span>;
const moved = (count: number, sign: string) =>
  count === 0 ? none : <span className="figure">{`${sign}${formatCount(count)}`}</span>;

/** @param days the figures of who came and went are of */
export function segmentColumns(tiers: SegmentRows['tiers'], days: number): TableColumnType<SegmentRow>[] {
  return [
    {
      key: 'name',
      title: '客群',
      render: (_, { kind, code }) => (
        <>
          <div className="strong">{segmentName(kind, code)}</div>
          <div className="reason">{segmentMeaning(kind, code, tiers)}</div>
        </>
      ),
    },
    { key: 'kind', title: '分法', width: 120, render: (_, { kind }) => segmentKindNames[kind] },
    {
      key: 'members',
      title: '现在人数',
      width: 110,
      align: 'right',
      render: (_, { members }) =>
        members === 0 ? none : <span className="figure">{formatCount(members)}</span>,
    },
    {
      key: 'entered',
      title: `${days} 天内进入`,
      width: 120,
      align: 'right',
      render: (_, { entered }) => moved(entered, '+'),
    },
    {
      key: 'left',
      title: `${days} 天内离开`,
      width: 120,
      align: 'right',
      render: (_, { left }) => moved(left, '−'),
    },
  ];
}
