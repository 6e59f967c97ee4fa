import type { CampaignMember } from '@siyu/shared/contracts/campaigns';
import type { CampaignReason } from '@siyu/shared/contracts/campaigns.limits';
import { deliveryStateNames } from '@siyu/shared/messages';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { mayUse, membersPage } from '../app/pages.ts';
import { useStaff } from '../app/signed-in.tsx';
import { FailureState } from '../list/failure-state.tsx';
import { ListSkeleton } from '../list/list-skeleton.tsx';
import { MoreRows } from '../list/more-rows.tsx';
import { campaignMembersQuery, type WhichMembers } from './campaign-queries.ts';
import { reasonSaid } from './campaign-words.ts';

const nobody = {
  included: '没有人会收到。',
  excluded: '没有人被留下。',
  dropped: '没有人的条件变了。',
} as const satisfies Record<WhichMembers, string>;

interface CampaignMembersProps {
  readonly campaignId: string;
  readonly previewId: string;
  readonly which: WhichMembers;
  /** Null: whatever the reason. */
  readonly reason: CampaignReason | null;
}

/** Members of a preview one by one, with masked names; why not, or what became of it. */
export function CampaignMembers({ campaignId, previewId, which, reason }: CampaignMembersProps) {
  const mayOpen = mayUse(membersPage, useStaff().roles);
  const list = useInfiniteQuery(
    campaignMembersQuery({ campaignId, previewId, which, ...(reason !== null && { reason }) }),
  );
  if (!list.data)
    return list.error ? (
      <FailureState error={list.error} onRetry={() => void list.refetch()} />
    ) : (
      <ListSkeleton rows={4} />
    );
  const rows = list.data.pages.flatMap((page) => page.rows);
  if (rows.length === 0) return <p className="note">{nobody[which]}</p>;
  return (
    <>
      <ul className="stays campaign-members">
        {rows.map((member, nth) => (
          <li key={member.memberId ?? nth}>
            {mayOpen && member.memberId !== null ? (
              <Link to={`${membersPage.path}?member=${member.memberId}`}>{member.displayName}</Link>
            ) : (
              <span>{member.displayName}</span>
            )}
            <span className="note">{saidOf(member, which)}</span>
          </li>
        ))}
      </ul>
      <MoreRows
        shown={rows.length}
        total={list.data.pages[0]?.total ?? rows.length}
        hasMore={list.hasNextPage}
        isLoading={list.isFetchingNextPage}
        error={list.isFetchNextPageError ? list.error : null}
        onMore={() => void list.fetchNextPage()}
      />
    </>
  );
}

/** What became of somebody who was to get it, and the reason of anybody who gets nothing. */
function saidOf(member: CampaignMember, which: WhichMembers): string {
  const became =
    which === 'included' && member.delivery !== null ? deliveryStateNames[member.delivery.state] : '';
  return [became, reasonSaid(member)].filter((said) => said !== '').join(' · ');
}
