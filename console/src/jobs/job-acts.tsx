import type { JobRow } from '@siyu/shared/contracts/jobs';
import { jobsRoutes } from '@siyu/shared/contracts/jobs.routes';
import { useMutation } from '@tanstack/react-query';
import { Button, Modal } from 'antd';
import { useState } from 'react';
import { call } from '../api/call.ts';
import { queryClient } from '../api/query-client.ts';
import { useStaff } from '../app/signed-in.tsx';
import { FailureNotice } from '../list/failure-notice.tsx';
import { jobName } from './job-words.ts';

const refresh = () => queryClient.invalidateQueries({ queryKey: ['jobs'] });

/** What a person can do for a job: nothing for one that runs by itself. */
export function JobActs({ job }: { job: JobRow }) {
  const isBroken = job.state === 'FAILED' || job.state === 'STOPPED';
  const mayStop = useStaff().roles.includes('systemAdmin') && job.isStoppable && job.state !== 'STOPPED';
  return (
    <div className="actions">
      {isBroken && <RunJob job={job} />}
      {mayStop && <StopJob job={job} />}
    </div>
  );
}

function RunJob({ job }: { job: JobRow }) {
  const run = useMutation({
    mutationFn: () => call(jobsRoutes.runJob, { params: { name: job.name } }),
    onSettled: refresh,
  });
  return (
    <>
      <Button type="primary" loading={run.isPending} disabled={job.isRunWanted} onClick={() => run.mutate()}>
        {job.state === 'STOPPED' ? '继续运行' : '现在重试'}
      </Button>
      <FailureNotice error={run.error} />
    </>
  );
}

function StopJob({ job }: { job: JobRow }) {
  const [isAsking, setIsAsking] = useState(false);
  const stop = useMutation({
    mutationFn: () => call(jobsRoutes.stopJob, { params: { name: job.name } }),
    onSettled: refresh,
  });
  return (
    <>
      <Button danger loading={stop.isPending} onClick={() => setIsAsking(true)}>
        暂停
      </Button>
      <Modal
        open={isAsking}
        title={`暂停「${jobName(job.name)}」`}
        okText="确认暂停"
        okButtonProps={{ danger: true }}
        cancelText="不暂停"
        onCancel={() => setIsAsking(false)}
        onOk={() => {
          setIsAsking(false);
          stop.mutate();
        }}
      >
        手上的一批做完就停，进度保留。暂停期间客户的评分和客群不再按这个任务更新，直到有人让它继续。
      </Modal>
      <FailureNotice error={stop.error} />
    </>
  );
}
