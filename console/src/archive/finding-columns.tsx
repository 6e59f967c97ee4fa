import type { FindingRow } from '@siyu/shared/contracts/archive';
import type { FindingState } from '@siyu/shared/contracts/archive.limits';
import type { WordingLevel } from '@siyu/shared/contracts/moderation.limits';
import {
  findingLevelNames,
  findingStateNames,
  wordingFaultNames,
  wordingSentence,
} from '@siyu/shared/messages';
import type { TableColumnType } from 'antd';
import { formatShortInstant } from '../format/moments.ts';

export const FindingLevelChip = ({ level }: { level: WordingLevel }) => (
  <span className={`chip ${level === 'refused' ? 'chip-error' : 'chip-warning'}`}>
    {findingLevelNames[level]}
  </span>
);
export const FindingStateChip = ({ state }: { state: FindingState }) => (
  <span className={`chip ${state === 'OPEN' ? 'chip-warning' : 'chip-success'}`}>
    {findingStateNames[state]}
  </span>
);

/** Without the words: they are looked at one by one, and each look is on record. */
export const findingColumns: readonly TableColumnType<FindingRow>[] = [
  {
    key: 'staff',
    title: '谁说的',
    width: 200,
    render: (_, row) => (
      <>
        <div className="strong">{row.staffName}</div>
        <div className="note">{row.branchName ?? '总部'}</div>
      </>
    ),
  },
  {
    key: 'fault',
    title: '问题',
    render: (_, row) => (
      <>
        <div>{wordingFaultNames[row.fault]}</div>
        <div className="note">{wordingSentence(row.fault, row.reasonCode)}</div>
        {row.contradictedBy.length > 0 && (
          <span className="chip chip-error">同日与{row.contradictedBy.join('、')}说法相反</span>
        )}
      </>
    ),
  },
  { key: 'level', title: '程度', width: 120, render: (_, row) => <FindingLevelChip level={row.level} /> },
  { key: 'where', title: '在哪里', width: 110, render: (_, row) => (row.isInGroup ? '客户群' : '单聊') },
  { key: 'state', title: '状态', width: 110, render: (_, row) => <FindingStateChip state={row.state} /> },
  { key: 'sent', title: '发送时间', width: 130, render: (_, row) => formatShortInstant(row.sentAt) },
];
