import type { ApplicationRow } from '@siyu/shared/contracts/professional';
import { professionalGroundNames, professionalStateNames } from '@siyu/shared/messages';
import type { TableColumnType } from 'antd';
import { formatCivilDay, formatShortInstant } from '../format/moments.ts';

export const applicationColumns: readonly TableColumnType<ApplicationRow>[] = [
  {
    key: 'member',
    title: '客户',
    width: 130,
    render: (_, { member }) => <div className="strong">{member.displayName}</div>,
  },
  { key: 'ground', title: '申请依据', render: (_, row) => professionalGroundNames[row.ground] },
  {
    key: 'state',
    title: '进展',
    width: 170,
    render: (_, { state, validUntil }) => (
      <>
        <span className={`chip ${state === 'APPROVED' ? 'chip-success' : 'chip-quiet'}`}>
          {professionalStateNames[state]}
        </span>
        {state === 'APPROVED' && validUntil !== null && (
          <div className="note">{formatCivilDay(validUntil)}前有效</div>
        )}
      </>
    ),
  },
  { key: 'checker', title: '初核', width: 100, render: (_, row) => row.checkerName ?? '–' },
  { key: 'decider', title: '决定', width: 100, render: (_, row) => row.deciderName ?? '–' },
  { key: 'applied', title: '提交时间', width: 130, render: (_, row) => formatShortInstant(row.appliedAt) },
];
