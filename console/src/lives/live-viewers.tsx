import { useInfiniteQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { formatCount } from '../format/figures.ts';
import { formatShortInstant } from '../format/moments.ts';
import { FailureState } from '../list/failure-state.tsx';
import { ListSkeleton } from '../list/list-skeleton.tsx';
import { liveViewersQuery } from './live-queries.ts';

/** Who watched a live, shown when somebody asks: each look leaves a row in the trail. */
export function LiveViewers({ liveId }: { liveId: string }) {
  const [isOpen, setOpen] = useState(false);
  return (
    <section className="card" aria-label="观众">
      <h2>观众</h2>
      {isOpen ? (
        <Viewers liveId={liveId} />
      ) : (
        <>
          <p className="note">姓名只显示一部分，查看会记入留痕。</p>
          <Button onClick={() => setOpen(true)}>查看观众名单</Button>
        </>
      )}
    </section>
  );
}

function Viewers({ liveId }: { liveId: string }) {
  const list = useInfiniteQuery(liveViewersQuery(liveId));
  if (list.error) return <FailureState error={list.error} onRetry={() => void list.refetch()} />;
  if (!list.data) return <ListSkeleton rows={3} />;
  const viewers = list.data.pages.flatMap((page) => page.viewers);
  return (
    <>
      <p>共 {formatCount(list.data.pages[0]?.total ?? 0)} 位客户看过。</p>
      <ul className="placements">
        {viewers.map(({ member, isReserved, firstSeenAt, lastSeenAt, visits, watchedMinutes }) => (
          <li key={member.memberId}>
            <div>
              {member.displayName} · 看了 {formatCount(watchedMinutes)} 分钟
            </div>
            <div className="note">
              {formatShortInstant(firstSeenAt)} 到 {formatShortInstant(lastSeenAt)} · 进来{' '}
              {formatCount(visits)} 次{isReserved && ' · 预约过'}
            </div>
          </li>
        ))}
      </ul>
      {list.hasNextPage && (
        <Button loading={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
          再看一些
        </Button>
      )}
    </>
  );
}
