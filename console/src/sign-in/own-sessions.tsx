import { signInRoutes } from '@siyu/shared/contracts/sign-in.routes';
import { useMutation, useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { call } from '../api/call.ts';
import { putAnswer } from '../api/put-answer.ts';
import { FailureNotice } from '../list/failure-notice.tsx';
import { FailureState } from '../list/failure-state.tsx';
import { ListSkeleton } from '../list/list-skeleton.tsx';
import { ownSessionsQuery } from './own-queries.ts';
import { SessionRows } from './session-rows.tsx';

/** Where one is signed in oneself, and ending what one does not recognise. */
export function OwnSessions() {
  const list = useQuery(ownSessionsQuery);
  const end = useMutation({
    /** Null: all but this one. */
    mutationFn: (sessionId: string | null) =>
      sessionId === null
        ? call(signInRoutes.endOtherSessions, {})
        : call(signInRoutes.endOwnSession, { params: { sessionId } }),
    onSuccess: (left) => putAnswer(ownSessionsQuery.queryKey, left),
    onError: () => list.refetch(),
  });
  if (!list.data)
    return list.error ? (
      <FailureState error={list.error} onRetry={() => void list.refetch()} />
    ) : (
      <ListSkeleton rows={3} />
    );
  const { sessions } = list.data;
  return (
    <>
      <FailureNotice error={end.error} />
      <SessionRows
        sessions={sessions}
        actOf={({ sessionId, isCurrent }) =>
          !isCurrent && (
            <Button
              loading={end.isPending && end.variables === sessionId}
              disabled={end.isPending}
              onClick={() => end.mutate(sessionId)}
            >
              结束
            </Button>
          )
        }
      />
      {sessions.length > 1 ? (
        <Button
          danger
          loading={end.isPending && end.variables === null}
          disabled={end.isPending}
          onClick={() => end.mutate(null)}
        >
          结束其他所有登录
        </Button>
      ) : (
        <p className="note">没有在其他设备上登录。</p>
      )}
    </>
  );
}
