import type { JobRow } from '@siyu/shared/contracts/jobs';
import { jobNames } from '@siyu/shared/messages';
import { useQuery } from '@tanstack/react-query';
import { formatCount } from '../format/figures.ts';
import { formatInstant } from '../format/moments.ts';
import { Facts } from '../list/facts.tsx';
import { FailureNotice } from '../list/failure-notice.tsx';
import { FailureState } from '../list/failure-state.tsx';
import { ListSkeleton } from '../list/list-skeleton.tsx';
import { ProgressBar } from '../list/progress-bar.tsx';
import { RowDrawer } from '../list/row-drawer.tsx';
import { JobActs } from './job-acts.tsx';
import { jobQuery } from './job-queries.ts';
import { JobStateChip } from './job-state-chip.tsx';
import { jobName, jobSentence, percentOf } from './job-words.ts';
import { failureSentence } from './failure-sentence.ts';

export function JobDrawer({ name, onClose }: { name: string | null; onClose: () => void }) {
  const found = useQuery({ ...jobQuery(name ?? ''), enabled: name !== null });
  return (
    <RowDrawer isOpen={name !== null} onClose={onClose} width={560} title={jobName(name ?? '任务')}>
      {found.data ? (
        <>
          {/* What stands below is as it was when it could last be read. */}
          <FailureNotice error={found.error} />
          <Opened job={found.data} />
        </>
      ) : found.error ? (
        <FailureState error={found.error} onRetry={() => void found.refetch()} />
      ) : (
        <ListSkeleton rows={5} />
      )}
    </RowDrawer>
  );
}

function Opened({ job }: { job: JobRow }) {
  const percent = percentOf(job.units);
  const { lastFailure } = job;
  return (
    <>
      <JobStateChip state={job.state} />
      <p className="say" role="status">
        {jobSentence(job)}
      </p>
      {percent !== null && <ProgressBar percent={percent} label={`${jobName(job.name)}的进度`} />}
      <JobActs job={job} />
      <h2>这个任务</h2>
      <Facts
        facts={[
          ['做什么', jobNames[job.name]?.does ?? '—'],
          ['代码', job.name],
          ['上次开始', moment(job.startedAt)],
          ['上次完成', moment(job.finishedAt)],
          ['下次运行', moment(job.nextAt)],
          ['连续失败', `${formatCount(job.attempts)} 次`],
        ]}
      />
      {lastFailure !== null && (
        <>
          <h2>最近一次失败</h2>
          <Facts
            facts={[
              ['时间', formatInstant(lastFailure.at)],
              ['说明', failureSentence(lastFailure.code)],
              ['错误码', lastFailure.code],
              ['技术线索', lastFailure.hint === '' ? '—' : lastFailure.hint],
            ]}
          />
        </>
      )}
      <p className="note">正常运行每分钟记一次时间，失败和恢复立即记下。</p>
    </>
  );
}

const moment = (at: string | null): string => (at === null ? '—' : formatInstant(at));
