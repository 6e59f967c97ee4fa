import type { ConfigKeyRow, ConfigVersionRow } from '@siyu/shared/contracts/configuration';
import { configurationNames } from '@siyu/shared/messages';
import type { TableColumnType } from 'antd';
import { formatInstant, formatShortInstant } from '../format/moments.ts';
import { ConfigStateChip } from './config-state-chip.tsx';
import { configName } from './config-words.ts';

const AUTHOR_OF_SEED = '软件自带';

export const configKeyColumns: readonly TableColumnType<ConfigKeyRow>[] = [
  {
    key: 'key',
    title: '配置',
    render: (_, { key }) => (
      <>
        <div className="strong">{configName(key)}</div>
        <div className="note">{configurationNames[key]?.what ?? key}</div>
      </>
    ),
  },
  { key: 'version', title: '生效版本', width: 110, render: (_, { version }) => `第 ${version} 版` },
  { key: 'from', title: '生效时间', width: 190, render: (_, { validFrom }) => formatInstant(validFrom) },
  {
    key: 'coming',
    title: '待处理',
    width: 220,
    render: (_, { waiting, nextFrom }) =>
      waiting === 0 && nextFrom === null ? (
        <span className="note">—</span>
      ) : (
        <>
          {waiting > 0 && <span className="chip chip-warning">{waiting} 版待复核</span>}
          {nextFrom !== null && <div className="note">新的一版 {formatShortInstant(nextFrom)} 起生效</div>}
        </>
      ),
  },
];

export const configVersionColumns: readonly TableColumnType<ConfigVersionRow>[] = [
  { key: 'version', title: '版本', width: 90, render: (_, { version }) => `第 ${version} 版` },
  { key: 'state', title: '状态', width: 110, render: (_, row) => <ConfigStateChip row={row} /> },
  {
    key: 'from',
    title: '生效时间',
    width: 190,
    render: (_, { state, validFrom }) =>
      state === 'LIVE' || state === 'IN_REVIEW' ? (
        formatInstant(validFrom)
      ) : (
        <span className="note">未生效</span>
      ),
  },
  { key: 'author', title: '提交人', width: 120, render: (_, row) => row.authorName ?? AUTHOR_OF_SEED },
  { key: 'created', title: '提交时间', width: 130, render: (_, row) => formatShortInstant(row.createdAt) },
  {
    key: 'reviewer',
    title: '复核人',
    render: (_, row) => row.reviewerName ?? <span className="note">—</span>,
  },
];
