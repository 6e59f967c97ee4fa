import type { MemberEvent } from '@siyu/shared/contracts/panorama';
import { eventNames, eventSourceNames } from '@siyu/shared/messages';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { formatInstant } from '../format/moments.ts';
import { FailureNotice } from '../list/failure-notice.tsx';
import { FailureState } from '../list/failure-state.tsx';
import { ListSkeleton } from '../list/list-skeleton.tsx';
import { memberEventsQuery } from './panorama-queries.ts';
import { Withheld } from './withheld.tsx';

const names: Readonly<Record<string, string>> = eventNames;
/** One without a name shows its code. */
export const eventName = (type: string): string => names[type] ?? type;

function aboutOf({ type, lessonTitle, value }: MemberEvent): string {
  const about = lessonTitle === null ? '' : `《${lessonTitle}》`;
  if (value === null) return about;
  if (type === 'content_dwelled' || type === 'live_replayed') return `${about} ${value} 秒`;
  return type === 'quiz_submitted' ? `${about} 答对 ${value} 题` : about;
}

/** What happened, the latest first, with who saw it. */
export function MemberEvents({ memberId }: { memberId: string }) {
  const list = useInfiniteQuery(memberEventsQuery(memberId));
  if (!list.data)
    return list.error ? (
      <FailureState error={list.error} onRetry={() => void list.refetch()} />
    ) : (
      <ListSkeleton rows={4} />
    );
  const [first] = list.data.pages;
  if (first?.withheld) return <Withheld why={first.withheld} />;
  const rows = list.data.pages.flatMap((page) => page.rows);
  if (rows.length === 0) return <p className="note">还没有任何行为记录。</p>;
  return (
    <>
      <ol className="panorama-rows" aria-label="行为记录">
        {rows.map((event) => (
          <li key={event.eventId}>
            <span>
              {eventName(event.type)} {aboutOf(event)}
              {event.isClockSuspect && <span className="chip chip-warning">手机时间不准</span>}
            </span>
            <span className="note">
              {formatInstant(event.occurredAt)} · {eventSourceNames[event.source]}，
              {formatInstant(event.recordedAt)} 收到
            </span>
          </li>
        ))}
      </ol>
      <footer className="more-rows">
        <FailureNotice error={list.isFetchNextPageError ? list.error : null} />
        <span className="note">已显示 {rows.length} 条</span>
        {list.hasNextPage && (
          <Button loading={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
            更早的记录
          </Button>
        )}
      </footer>
    </>
  );
}
