import { segmentsRoutes } from '@siyu/shared/contracts/segments.routes';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { call } from '../api/call.ts';
import { membersPage } from '../app/pages.ts';
import { formatCivilDay } from '../format/moments.ts';
import { FailureState } from '../list/failure-state.tsx';
import { ListSkeleton } from '../list/list-skeleton.tsx';
import { MoreRows } from '../list/more-rows.tsx';
import { boundaryAfter } from './boundary-after.ts';

export type Which = 'present' | 'entered' | 'left';
const nobody = {
  present: '现在没有客户在这个客群里。',
  entered: '这段时间没有客户进入。',
  left: '这段时间没有客户离开。',
} as const satisfies Record<Which, string>;

/** Stays of members in one segment, the latest movement first; each opens the member. */
export function SegmentStays({
  segmentKey,
  which,
  days,
  endOf = null,
}: {
  segmentKey: string;
  which: Which;
  days: number;
  /** The day to look at, as it was when it was over; null: now. */
  endOf?: string | null;
}) {
  const asOf = boundaryAfter(endOf);
  const list = useInfiniteQuery({
    queryKey: ['segments', 'stays', segmentKey, which, days, asOf],
    queryFn: ({ pageParam, signal }) =>
      call(
        segmentsRoutes.listSegmentMembers,
        {
          params: { segmentKey },
          query: {
            which,
            days,
            ...(asOf !== null && { asOf }),
            ...(pageParam !== '' && { cursor: pageParam }),
          },
        },
        signal,
      ),
    initialPageParam: '',
    getNextPageParam: (page) => page.nextCursor,
  });
  if (!list.data)
    return list.error ? (
      <FailureState error={list.error} onRetry={() => void list.refetch()} />
    ) : (
      <ListSkeleton rows={5} />
    );
  const rows = list.data.pages.flatMap((page) => page.rows);
  if (rows.length === 0)
    return (
      <div className="state">
        <p>{asOf === null || which !== 'present' ? nobody[which] : '那一天没有客户在这个客群里。'}</p>
      </div>
    );
  return (
    <>
      <ul className="stays">
        {rows.map(({ memberId, displayName, enteredOn, leftOn }) => (
          <li key={`${memberId} ${enteredOn} ${leftOn ?? ''}`}>
            <Link to={`${membersPage.path}?member=${memberId}`}>{displayName}</Link>
            <span className="note">
              {formatCivilDay(enteredOn)}进入
              {leftOn !== null && `，${formatCivilDay(leftOn)}离开`}
            </span>
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
