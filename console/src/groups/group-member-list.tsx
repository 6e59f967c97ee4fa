import type { GroupMembers } from '@siyu/shared/contracts/communities-desk';
import { stageNames } from '@siyu/shared/messages';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { membersPage } from '../app/pages.ts';
import { formatCount } from '../format/figures.ts';
import { FailureState } from '../list/failure-state.tsx';
import { ListSkeleton } from '../list/list-skeleton.tsx';
import { MoreRows } from '../list/more-rows.tsx';
import { StageChip } from '../members/stage-chip.tsx';
import { groupMembersQuery } from './group-queries.ts';

/** The members of a group by their stage, and those whom the caller may look at. */
export function GroupMemberList({ groupId }: { groupId: string }) {
  const list = useInfiniteQuery(groupMembersQuery(groupId));
  const first = list.data?.pages[0];
  const rows = list.data?.pages.flatMap((page) => page.rows) ?? [];
  return (
    <section aria-label="成员的同行阶段">
      <h2>成员的同行阶段</h2>
      {!first && !list.error && <ListSkeleton rows={3} />}
      {!first && list.error && <FailureState error={list.error} onRetry={() => void list.refetch()} />}
      {first && <StageBars stages={first.stages} />}
      {first && first.total > 0 && (
        <>
          <h3>您可以查看的成员</h3>
          <ul className="stays" aria-label="您可以查看的成员">
            {rows.map(({ memberId, name, stage }) => (
              <li key={memberId}>
                <Link to={`${membersPage.path}/${memberId}`} aria-label={`${name}的全景`}>
                  {name}
                </Link>
                <StageChip stage={stage} />
              </li>
            ))}
          </ul>
          <MoreRows
            shown={rows.length}
            total={first.total}
            hasMore={list.hasNextPage}
            isLoading={list.isFetchingNextPage}
            error={list.isFetchNextPageError ? list.error : null}
            onMore={() => void list.fetchNextPage()}
          />
        </>
      )}
    </section>
  );
}

function StageBars({ stages }: Pick<GroupMembers, 'stages'>) {
  const all = stages.reduce((sum, { members }) => sum + members, 0);
  if (all === 0) return <p className="note">群里还没有人打开过小程序，所以还看不到阶段。</p>;
  const most = Math.max(...stages.map(({ members }) => members));
  return (
    <>
      <p>
        群里有 {formatCount(all)} 位会员打开过小程序：
        {stages.map(({ stage, members }) => `${stageNames[stage]} ${formatCount(members)}`).join('，')}。
      </p>
      <ul className="stage-bars" aria-hidden>
        {stages.map(({ stage, members }) => (
          <li key={stage}>
            <span>{stageNames[stage]}</span>
            <i style={{ width: `${(members / most) * 100}%` }} />
            <b>{formatCount(members)}</b>
          </li>
        ))}
      </ul>
    </>
  );
}
