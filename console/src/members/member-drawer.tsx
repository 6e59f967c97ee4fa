import { workspaceRoutes } from '@siyu/shared/contracts/workspace.routes';
import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense } from 'react';
import { call } from '../api/call.ts';
import { FailureState } from '../list/failure-state.tsx';
import { ListSkeleton } from '../list/list-skeleton.tsx';
import { RowDrawer } from '../list/row-drawer.tsx';

const MemberFacts = lazy(() => import('./member-facts.lazy.tsx'));

export function MemberDrawer({ memberId, onClose }: { memberId: string | null; onClose: () => void }) {
  const member = useQuery({
    queryKey: ['members', 'one', memberId],
    queryFn: ({ signal }) =>
      call(workspaceRoutes.getMember, { params: { memberId: memberId ?? '' } }, signal),
    enabled: memberId !== null,
  });
  return (
    <RowDrawer
      isOpen={memberId !== null}
      onClose={onClose}
      width={520}
      title={member.data?.displayName ?? '客户'}
    >
      {member.data ? (
        <Suspense fallback={<ListSkeleton rows={5} />}>
          <MemberFacts row={member.data} />
        </Suspense>
      ) : member.error ? (
        <FailureState error={member.error} onRetry={() => void member.refetch()} />
      ) : (
        <ListSkeleton rows={5} />
      )}
    </RowDrawer>
  );
}
