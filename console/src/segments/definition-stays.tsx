import type { SegmentDefinition } from '@siyu/shared/contracts/segment-definitions';
import { MOVEMENT_DAYS } from '@siyu/shared/contracts/segments.limits';
import { Segmented } from 'antd';
import { useState } from 'react';
import { DayField } from '../list/day-field.tsx';
import { SegmentFlow } from './segment-flow.tsx';
import { SegmentStays, type Which } from './segment-stays.tsx';

const CHOICES: readonly { value: Which; label: string }[] = [
  { value: 'present', label: '在里面的' },
  { value: 'entered', label: `前 ${MOVEMENT_DAYS} 天进入的` },
  { value: 'left', label: `前 ${MOVEMENT_DAYS} 天离开的` },
];

/** Who is in it, came or went, now or as of a day that is over. */
export function DefinitionStays({ definition: { key } }: { definition: SegmentDefinition }) {
  const [which, setWhich] = useState<Which>('present');
  const [day, setDay] = useState('');
  const endOf = day === '' ? null : day;
  return (
    <section aria-label="成员与进出">
      <h2>成员与进出</h2>
      <div className="filter-bar">
        <DayField label="看到哪一天" className="search" value={day} onChange={setDay} />
        <span className="note">{day === '' ? '不选日期就看到今天' : '按那一天结束时知道的事实'}</span>
      </div>
      <SegmentFlow segmentKey={key} days={MOVEMENT_DAYS} endOf={endOf} />
      <Segmented<Which> block value={which} onChange={setWhich} options={[...CHOICES]} />
      <SegmentStays segmentKey={key} which={which} days={MOVEMENT_DAYS} endOf={endOf} />
    </section>
  );
}
