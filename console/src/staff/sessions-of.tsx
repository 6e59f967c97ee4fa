import { staffRoutes } from '@siyu/shared/contracts/staff.routes';
import { useMutation, useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { call } from '../api/call.ts';
import { putAnswer } from '../api/put-answer.ts';
import { FailureNotice } from '../list/failure-notice.tsx';
import { FailureState } from '../list/failure-state.tsx';
import { ListSkeleton } from '../list/list-skeleton.tsx';
import { SessionRows } from '../sign-in/session-rows.tsx';
import { sessionsOfQuery } from './staff-queries.ts';

/** Where somebody is signed in, and ending all of it. */
export function SessionsOf({ staffId }: { staffId: string }) {
  const list = useQuery(sessionsOfQuery(staffId));
  const end = useMutation({
    mutationFn: () => call(staffRoutes.endSessionsOf, { params: { staffId } }),
    onSuccess: (left) => putAnswer(sessionsOfQuery(staffId).queryKey, left),
  });
  const sessions = list.data?.sessions;
  return (
    <section aria-label="登录中的设备">
      <h2>登录中的设备</h2>
      <FailureNotice error={end.error} />
      {sessions ? (
        sessions.length === 0 ? (
          <p className="note">现在没有登录。</p>
        ) : (
          <>
            <SessionRows sessions={sessions} />
            <Button danger loading={end.isPending} onClick={() => end.mutate()}>
              强制退出所有登录
            </Button>
          </>
        )
      ) : list.error ? (
        <FailureState error={list.error} onRetry={() => void list.refetch()} />
      ) : (
        <ListSkeleton rows={2} />
      )}
    </section>
  );
}
