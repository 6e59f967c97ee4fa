import type { LessonRow } from '@siyu/shared/contracts/content';
import type { ContentKind } from '@siyu/shared/contracts/content.limits';
import { contentRoutes } from '@siyu/shared/contracts/content.routes';
import { infiniteQueryOptions, useInfiniteQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { call } from '../api/call.ts';
import { formatCount } from '../format/figures.ts';
import { formatShortInstant } from '../format/moments.ts';
import { FailureState } from '../list/failure-state.tsx';
import { ListSkeleton } from '../list/list-skeleton.tsx';

/** Not asked for again by itself: every look is on record. */
const readersQuery = (lessonId: string) =>
  infiniteQueryOptions({
    queryKey: ['lessons', 'readers', lessonId],
    queryFn: ({ pageParam, signal }) =>
      call(
        contentRoutes.listLessonReaders,
        { params: { lessonId }, query: pageParam === '' ? {} : { cursor: pageParam } },
        signal,
      ),
    initialPageParam: '',
    getNextPageParam: (page) => page.nextCursor,
    refetchOnWindowFocus: false,
  });

interface LessonReadersProps {
  readonly row: Pick<LessonRow, 'lessonId' | 'kind'>;
}

/** How far somebody has come: what has no page of its own was seen or not. */
const progressOf = (kind: ContentKind, isFinished: boolean, percent: number): string => {
  if (kind === 'card' || kind === 'poster') return '看过';
  if (kind === 'lesson' && isFinished) return '已学完';
  return percent === 100 ? '已读完' : `读到 ${percent}%`;
};

/** Who has read a text, shown when somebody asks: each look leaves a row in the trail. */
export function LessonReaders({ row }: LessonReadersProps) {
  const [isOpen, setOpen] = useState(false);
  return (
    <section className="card" aria-label="读过的客户">
      <h2>读过的客户</h2>
      {isOpen ? (
        <Readers row={row} />
      ) : (
        <>
          <p className="note">姓名只显示一部分，查看会记入留痕。</p>
          <Button onClick={() => setOpen(true)}>查看读过的客户</Button>
        </>
      )}
    </section>
  );
}

function Readers({ row: { lessonId, kind } }: LessonReadersProps) {
  const list = useInfiniteQuery(readersQuery(lessonId));
  if (list.error) return <FailureState error={list.error} onRetry={() => void list.refetch()} />;
  if (!list.data) return <ListSkeleton rows={3} />;
  const readers = list.data.pages.flatMap((page) => page.readers);
  return (
    <>
      <p>共 {formatCount(list.data.pages[0]?.total ?? 0)} 位客户读过。</p>
      <ul className="placements">
        {readers.map(({ member, readPercent, isFinished, lastReadAt }) => (
          <li key={member.memberId}>
            <div>{member.displayName}</div>
            <div className="note">
              {progressOf(kind, isFinished, readPercent)} · {formatShortInstant(lastReadAt)}
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
