import type { IncentiveRow } from '@siyu/shared/contracts/incentive-rules';
import { earningEventNames } from '@siyu/shared/messages';
import type { TableColumnType } from 'antd';
import { formatCount } from '../format/figures.ts';
import { formatShortInstant } from '../format/moments.ts';
import { ProgressBar } from '../list/progress-bar.tsx';
import { usedPercent } from './budget-gauge.tsx';
import { givenSaid } from './incentive-words.ts';
import { PhaseChips } from './phase-chip.tsx';

const none = <span className="note">—</span>;

interface IncentiveColumn extends TableColumnType<IncentiveRow> {
  readonly key: string;
  readonly title: string;
}

export const incentiveColumns: readonly IncentiveColumn[] = [
  {
    key: 'name',
    title: '规则',
    render: (_, row) => (
      <>
        <div className="strong">{row.name}</div>
        <div className="note">
          {earningEventNames[row.when]} · {givenSaid(row.then)}
          {row.version > 0 && ` · 第 ${row.version} 版`}
        </div>
      </>
    ),
  },
  { key: 'phase', title: '状态', width: 190, render: (_, row) => <PhaseChips {...row} /> },
  {
    key: 'days',
    title: '有效期',
    width: 200,
    render: (_, { validFrom, validUntil }) =>
      validFrom === null || validUntil === null
        ? none
        : `${formatShortInstant(validFrom)} 到 ${formatShortInstant(validUntil)}`,
  },
  {
    key: 'awards',
    title: '已发',
    width: 90,
    align: 'right',
    render: (_, { budget }) => (budget === null ? none : `${formatCount(budget.awardsUsed)} 次`),
  },
  {
    key: 'budget',
    title: '预算已用',
    width: 150,
    render: (_, { budget, name }) =>
      budget === null ? none : <ProgressBar percent={usedPercent(budget)} label={`${name}：预算已用`} />,
  },
  {
    key: 'changed',
    title: '最近修改',
    width: 150,
    render: (_, { authorName, changedAt }) => (
      <>
        <div>{authorName}</div>
        <div className="note">{formatShortInstant(changedAt)}</div>
      </>
    ),
  },
];
