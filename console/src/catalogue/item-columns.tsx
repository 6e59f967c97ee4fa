import type { ItemRow } from '@siyu/shared/contracts/catalogue-desk';
import { catalogueKindNames, itemStateNames } from '@siyu/shared/messages';
import type { TableColumnType } from 'antd';
import { formatCount } from '../format/figures.ts';
import { formatShortInstant } from '../format/moments.ts';
import { StockGauge } from './stock-gauge.tsx';

export const itemColumns: readonly TableColumnType<ItemRow>[] = [
  {
    key: 'title',
    title: '兑换品',
    render: (_, { draft }) => (
      <>
        <div className="strong">{draft.title}</div>
        <div className="note">{catalogueKindNames[draft.kind]}</div>
      </>
    ),
  },
  {
    key: 'state',
    title: '状态',
    width: 110,
    render: (_, { state }) => (
      <span className={`chip ${state === 'PUBLISHED' ? 'chip-success' : 'chip-quiet'}`}>
        {itemStateNames[state]}
      </span>
    ),
  },
  { key: 'points', title: '积分', width: 90, render: (_, { draft }) => formatCount(draft.points) },
  { key: 'stock', title: '库存', width: 200, render: (_, row) => <StockGauge row={row} /> },
  { key: 'author', title: '作者', width: 110, render: (_, row) => row.authorName },
  { key: 'until', title: '兑换截止', width: 130, render: (_, { draft }) => formatShortInstant(draft.until) },
];
