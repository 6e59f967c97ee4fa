import type { MemberRow } from '@siyu/shared/contracts/workspace';
import { workspaceRoutes } from '@siyu/shared/contracts/workspace.routes';
import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { call } from '../api/call.ts';
import { membersPage } from '../app/pages.ts';
import { formatCount } from '../format/figures.ts';
import { formatCivilDay, formatInstant } from '../format/moments.ts';
import { FailureState } from '../list/failure-state.tsx';
import { ListSkeleton } from '../list/list-skeleton.tsx';
import { Facts } from '../list/facts.tsx';
import { RowDrawer } from '../list/row-drawer.tsx';
import { MemberScoreFacts } from './member-score-facts.tsx';
import { StageChip } from './stage-chip.tsx';

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
        <MemberFacts row={member.data} />
      ) : member.error ? (
        <FailureState error={member.error} onRetry={() => void member.refetch()} />
      ) : (
        <ListSkeleton rows={5} />
      )}
    </RowDrawer>
  );
}

function MemberFacts({ row }: { row: MemberRow }) {
  return (
    <>
      <p>
        <Link to={`${membersPage.path}/${row.memberId}`}>打开客户全景</Link>
      </p>
      <MemberScoreFacts row={row} />
      <h2>关系与学习</h2>
      <Facts
        facts={[
          ['同行阶段', <StageChip stage={row.stage} />],
          ['学完课程', `${formatCount(row.lessonsCompleted)} 课`],
          ['最近活动', row.lastActiveAt === null ? '还没有' : formatInstant(row.lastActiveAt)],
          ['投资顾问', row.adviserName ?? '未绑定'],
          ['营业部', row.branchName ?? '—'],
          ['注册日', formatCivilDay(row.registeredOn)],
        ]}
      />
    </>
  );
}
