import type { JobRow } from '@siyu/shared/contracts/jobs';
import { jobNames } from '@siyu/shared/messages';
import type { TableColumnType } from 'antd';
import { formatCount } from '../format/figures.ts';
import { formatShortInstant } from '../format/moments.ts';
import { ProgressBar } from '../list/progress-bar.tsx';
import { JobStateChip } from './job-state-chip.tsx';
import { jobName, percentOf } from './job-words.ts';
import { failureSentence } from './failure-sentence.ts';

const none = <span className="note">—</span>;
const moment = (at: string | null) => (at === null ? none : formatShortInstant(at));

export const jobColumns: readonly TableColumnType<JobRow>[] = [
  {
    key: 'name',
    title: '任务',
    render: (_, row) => (
      <>
        <div className="strong">{jobName(row.name)}</div>
        <div className="note">{jobNames[row.name]?.does ?? row.name}</div>
      </>
    ),
  },
  {
    key: 'state',
    title: '状态',
    width: 150,
    render: (_, row) => {
      const percent = percentOf(row.units);
      return (
        <>
          <JobStateChip state={row.state} />
          {percent !== null && <ProgressBar percent={percent} label={`${jobName(row.name)}的进度`} />}
        </>
      );
    },
  },
  { key: 'finished', title: '上次完成', width: 130, render: (_, row) => moment(row.finishedAt) },
  { key: 'next', title: '下次运行', width: 130, render: (_, row) => moment(row.nextAt) },
  {
    key: 'attempts',
    title: '连续失败',
    width: 100,
    align: 'right',
    render: (_, row) =>
      row.attempts === 0 ? (
        none
      ) : (
        <span className="figure figure-warning">{formatCount(row.attempts)} 次</span>
      ),
  },
  {
    key: 'failure',
    title: '最近一次失败',
    width: 200,
    render: (_, { lastFailure }) =>
      lastFailure === null ? (
        none
      ) : (
        <>
          <div>{failureSentence(lastFailure.code)}</div>
          <div className="note">{formatShortInstant(lastFailure.at)}</div>
        </>
      ),
  },
];
