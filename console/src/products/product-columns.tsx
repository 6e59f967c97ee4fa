import type { ProductRow } from '@siyu/shared/contracts/products';
import { productStateNames, productTypeNames, riskLevelNames } from '@siyu/shared/messages';
import type { TableColumnType } from 'antd';
import { formatCivilDay } from '../format/moments.ts';
import { horizonText } from './product-draft.ts';

export const productColumns: readonly TableColumnType<ProductRow>[] = [
  {
    key: 'name',
    title: '产品',
    render: (_, { draft }) => (
      <>
        <div className="strong">{draft.name}</div>
        <div className="note">
          {draft.code} · {productTypeNames[draft.type]}
          {draft.isPrivate && draft.type !== 'PRIVATE_FUND' && ' · 私募'}
        </div>
      </>
    ),
  },
  {
    key: 'state',
    title: '状态',
    width: 110,
    render: (_, { state }) => (
      <span className={`chip ${state === 'ON_SALE' ? 'chip-success' : 'chip-quiet'}`}>
        {productStateNames[state]}
      </span>
    ),
  },
  {
    key: 'level',
    title: '风险等级',
    width: 140,
    render: (_, { draft }) => (draft.level === null ? '未评级' : riskLevelNames[draft.level]),
  },
  {
    key: 'until',
    title: '等级有效至',
    width: 170,
    render: (_, { draft, isLevelExpired }) => (
      <>
        {draft.levelValidUntil === null ? '–' : `${formatCivilDay(draft.levelValidUntil)}前`}
        {isLevelExpired && <div className="field-error">已过期，任何人都看不到</div>}
      </>
    ),
  },
  {
    key: 'horizon',
    title: '投资期限',
    width: 110,
    render: (_, { draft }) => horizonText(draft.horizonMonths),
  },
  { key: 'author', title: '登记人', width: 110, render: (_, row) => row.authorName },
];
