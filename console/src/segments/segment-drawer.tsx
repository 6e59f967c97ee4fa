import type { SegmentRow, SegmentRows } from '@siyu/shared/contracts/segments';
import { Segmented } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { membersPage } from '../app/pages.ts';
import { formatCount } from '../format/figures.ts';
import { RowDrawer } from '../list/row-drawer.tsx';
import { segmentMeaning } from './segment-meaning.ts';
import { segmentName } from './segment-name.ts';
import { SegmentFlow } from './segment-flow.tsx';
import { SegmentStays, type Which } from './segment-stays.tsx';

interface SegmentDrawerProps {
  readonly row: SegmentRow | null;
  readonly tiers: SegmentRows['tiers'] | null;
  readonly days: number;
  readonly onClose: () => void;
}

/** Who is in a segment, and who came and went. */
export function SegmentDrawer({ row, tiers, days, onClose }: SegmentDrawerProps) {
  return (
    <RowDrawer
      isOpen={row !== null}
      onClose={onClose}
      width={520}
      title={row === null ? '客群' : segmentName(row.kind, row.code)}
    >
      {row && tiers && <Opened key={row.key} row={row} tiers={tiers} days={days} />}
    </RowDrawer>
  );
}

function Opened({ row, tiers, days }: { row: SegmentRow; tiers: SegmentRows['tiers']; days: number }) {
  const [which, setWhich] = useState<Which>('present');
  const { key, kind, code, members, entered, left } = row;
  return (
    <>
      <p className="say">{segmentMeaning(kind, code, tiers)}</p>
      <p>
        <Link to={`${membersPage.path}?segment=${key}`}>在会员页查看这 {formatCount(members)} 位客户</Link>
      </p>
      <SegmentFlow segmentKey={key} days={days} endOf={null} />
      <Segmented<Which>
        block
        value={which}
        onChange={setWhich}
        options={[
          { value: 'present', label: `现在 ${formatCount(members)}` },
          { value: 'entered', label: `${days} 天内进入 ${formatCount(entered)}` },
          { value: 'left', label: `${days} 天内离开 ${formatCount(left)}` },
        ]}
      />
      <SegmentStays segmentKey={key} which={which} days={days} />
    </>
  );
}
