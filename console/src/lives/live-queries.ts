import { contentRoutes } from '@siyu/shared/contracts/content.routes';
import type { LiveDetail } from '@siyu/shared/contracts/live-desk';
import { liveDeskRoutes } from '@siyu/shared/contracts/live-desk.routes';
import type { ChatState, LiveView } from '@siyu/shared/contracts/live.limits';
import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import { call } from '../api/call.ts';
import { putAnswer } from '../api/put-answer.ts';
import { queryClient } from '../api/query-client.ts';

const KEY = 'lives';
/** On air a desk has to see what is said and who is there within seconds. */
const AIR_POLL_MS = 3_000;
/** What members reserve and colleagues decide meanwhile. */
const QUIET_POLL_MS = 30_000;

export const liveListQuery = (view: LiveView) =>
  infiniteQueryOptions({
    queryKey: [KEY, 'list', view],
    queryFn: ({ pageParam, signal }) =>
      call(
        liveDeskRoutes.listLiveRows,
        { query: { view, ...(pageParam !== '' && { cursor: pageParam }) } },
        signal,
      ),
    initialPageParam: '',
    getNextPageParam: (page) => page.nextCursor,
    refetchInterval: QUIET_POLL_MS,
    refetchIntervalInBackground: false,
  });

export const liveQuery = (liveId: string) =>
  queryOptions({
    queryKey: [KEY, 'one', liveId],
    queryFn: ({ signal }) => call(liveDeskRoutes.getLiveDetail, { params: { liveId } }, signal),
    refetchInterval: ({ state }) => (state.data?.row.state === 'ON_AIR' ? AIR_POLL_MS : QUIET_POLL_MS),
    refetchIntervalInBackground: false,
  });

export const liveHostsQuery = queryOptions({
  queryKey: [KEY, 'hosts'],
  queryFn: ({ signal }) => call(liveDeskRoutes.listLiveHosts, {}, signal),
});

/** Published lessons, of which the quiz may follow a live. */
export const quizLessonsQuery = (search: string) =>
  queryOptions({
    queryKey: [KEY, 'quiz-lessons', search],
    queryFn: ({ signal }) =>
      call(
        contentRoutes.listLessonRows,
        { query: { state: 'PUBLISHED', kind: 'lesson', ...(search !== '' && { search }) } },
        signal,
      ),
    placeholderData: keepPreviousData,
  });

/** What was said in a live, by where it stands; on air it moves. */
export const liveChatsQuery = (liveId: string, state: ChatState | null, isOnAir: boolean) =>
  infiniteQueryOptions({
    queryKey: [KEY, 'chats', liveId, state],
    queryFn: ({ pageParam, signal }) =>
      call(
        liveDeskRoutes.listDeskChats,
        {
          params: { liveId },
          query: { ...(state !== null && { state }), ...(pageParam !== '' && { cursor: pageParam }) },
        },
        signal,
      ),
    initialPageParam: '',
    getNextPageParam: (page) => page.nextCursor,
    refetchInterval: isOnAir ? AIR_POLL_MS : false,
    refetchIntervalInBackground: false,
    placeholderData: keepPreviousData,
  });

/** How many watched, step by step; asked for once more when it is over. */
export const liveCourseQuery = (liveId: string, isOnAir: boolean) =>
  queryOptions({
    queryKey: [KEY, 'course', liveId, isOnAir],
    queryFn: ({ signal }) => call(liveDeskRoutes.getLiveCourse, { params: { liveId } }, signal),
    refetchInterval: isOnAir ? QUIET_POLL_MS : false,
    refetchIntervalInBackground: false,
  });

/** Not asked for again by itself: every look is on record. */
export const liveViewersQuery = (liveId: string) =>
  infiniteQueryOptions({
    queryKey: [KEY, 'viewers', liveId],
    queryFn: ({ pageParam, signal }) =>
      call(
        liveDeskRoutes.listLiveViewers,
        { params: { liveId }, query: pageParam === '' ? {} : { cursor: pageParam } },
        signal,
      ),
    initialPageParam: '',
    getNextPageParam: (page) => page.nextCursor,
    refetchOnWindowFocus: false,
  });

/** After an act: the live as it is now, and the lists that were made from the old one. */
export function takeLive(detail: LiveDetail): void {
  putAnswer(liveQuery(detail.row.liveId).queryKey, detail);
  void queryClient.invalidateQueries({ queryKey: [KEY, 'list'] });
}

export const refreshLive = (liveId: string) =>
  Promise.all([
    queryClient.invalidateQueries({ queryKey: [KEY, 'one', liveId] }),
    queryClient.invalidateQueries({ queryKey: [KEY, 'chats', liveId] }),
  ]);

/** After a review of a plan or a filing was decided. */
export const refreshLives = () => queryClient.invalidateQueries({ queryKey: [KEY] });
