import type { RetentionRow } from '@siyu/shared/contracts/retention';
import type { RetentionEnd } from '@siyu/shared/contracts/retention.limits';
import { retentionEndNames, retentionWords } from '@siyu/shared/messages';
import type { TableColumnType } from 'antd';
import { keptInWords, purgeInWords } from './kept-in-words.ts';

const tones = {
  PURGE: 'chip-warning',
  CLOSING: '',
  PASSING: '',
  LAW: 'chip-success',
  NOBODY: '',
} as const satisfies Record<RetentionEnd, string>;

export const retentionColumns: readonly TableColumnType<RetentionRow>[] = [
  {
    key: 'name',
    title: '保存什么',
    render: (_, { code }) => (
      <>
        <div className="strong">{retentionWords[code].name}</div>
        <div className="note">{retentionWords[code].what}</div>
      </>
    ),
  },
  { key: 'kept', title: '保存多久', width: 140, render: (_, row) => keptInWords(row) },
  {
    key: 'end',
    title: '怎样结束',
    width: 170,
    render: (_, { end }) => <span className={`chip ${tones[end]}`}>{retentionEndNames[end]}</span>,
  },
  {
    key: 'purge',
    title: '最近一次清理',
    width: 230,
    render: (_, row) => purgeInWords(row) ?? <span className="note">—</span>,
  },
];
