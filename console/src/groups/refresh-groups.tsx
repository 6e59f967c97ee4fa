import { communitiesDeskRoutes } from '@siyu/shared/contracts/communities-desk.routes';
import { GROUP_SYNC_JOB } from '@siyu/shared/contracts/communities-desk.limits';
import { jobsRoutes } from '@siyu/shared/contracts/jobs.routes';
import { useMutation, useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useEffect, useState } from 'react';
import { call } from '../api/call.ts';
import { queryClient } from '../api/query-client.ts';
import { FailureNotice } from '../list/failure-notice.tsx';
import { refreshGroups } from './group-queries.ts';
import { isWalking, walkSentence } from './walk-sentence.ts';

const POLL_MS = 1_500;
const KEY = ['jobs', 'one', GROUP_SYNC_JOB];

/** Has the groups fetched from WeCom now, and tells how far that is. */
export function RefreshGroups() {
  const [isAsked, setAsked] = useState(false);
  const job = useQuery({
    queryKey: KEY,
    queryFn: ({ signal }) => call(jobsRoutes.getJob, { params: { name: GROUP_SYNC_JOB } }, signal),
    enabled: isAsked,
    refetchInterval: ({ state }) => (state.data && !isWalking(state.data) ? false : POLL_MS),
  });
  const ask = useMutation({
    mutationFn: () => call(communitiesDeskRoutes.refreshGroups, {}),
    onSuccess: async () => {
      await queryClient.resetQueries({ queryKey: KEY });
      setAsked(true);
    },
  });
  const isUnderway = isAsked && (!job.data || isWalking(job.data));
  const isOver = isAsked && job.data !== undefined && !isWalking(job.data);
  useEffect(() => {
    if (isOver) void refreshGroups();
  }, [isOver]);
  return (
    <>
      {isAsked && job.data && (
        <span className="note" role="status">
          {walkSentence(job.data)}
        </span>
      )}
      <FailureNotice error={ask.error ?? job.error} />
      <Button loading={ask.isPending || isUnderway} onClick={() => ask.mutate()}>
        从企业微信刷新
      </Button>
    </>
  );
}
