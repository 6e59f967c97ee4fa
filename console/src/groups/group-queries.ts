import type { DeskNotice, GroupDetail } from '@siyu/shared/contracts/communities-desk';
import { communitiesDeskRoutes } from '@siyu/shared/contracts/communities-desk.routes';
import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import { call } from '../api/call.ts';
import { queryClient } from '../api/query-client.ts';
import type { GroupListView, QuestionListView } from './group-view.ts';

const KEY = 'groups';

export const groupListQuery = ({ state, branch, owner, search }: GroupListView) =>
  infiniteQueryOptions({
    queryKey: [KEY, 'list', state, branch, owner, search],
    queryFn: ({ pageParam, signal }) =>
      call(
        communitiesDeskRoutes.listGroups,
        {
          query: {
            ...(state !== null && { state }),
            ...(branch !== null && { branch }),
            ...(owner !== null && { owner }),
            ...(search !== '' && { search }),
            ...(pageParam !== '' && { cursor: pageParam }),
          },
        },
        signal,
      ),
    initialPageParam: '',
    getNextPageParam: (page) => page.nextCursor,
  });

export const groupOwnersQuery = queryOptions({
  queryKey: [KEY, 'owners'],
  queryFn: ({ signal }) => call(communitiesDeskRoutes.listOwners, {}, signal),
});

export const groupQuery = (groupId: string) =>
  queryOptions({
    queryKey: [KEY, 'group', groupId],
    queryFn: ({ signal }) => call(communitiesDeskRoutes.getGroup, { params: { groupId } }, signal),
  });

export const groupMembersQuery = (groupId: string) =>
  infiniteQueryOptions({
    queryKey: [KEY, 'members', groupId],
    queryFn: ({ pageParam, signal }) =>
      call(
        communitiesDeskRoutes.listMembers,
        { params: { groupId }, query: { limit: 20, ...(pageParam !== '' && { cursor: pageParam }) } },
        signal,
      ),
    initialPageParam: '',
    getNextPageParam: (page) => page.nextCursor,
  });

export const shareableLessonsQuery = (search: string) =>
  queryOptions({
    queryKey: [KEY, 'lessons', search],
    queryFn: ({ signal }) =>
      call(
        communitiesDeskRoutes.listShareableLessons,
        { query: { ...(search !== '' && { search }) } },
        signal,
      ),
    placeholderData: keepPreviousData,
  });

export const groupQuestionsQuery = ({ state, group }: Pick<QuestionListView, 'state' | 'group'>) =>
  infiniteQueryOptions({
    queryKey: [KEY, 'questions', state, group],
    queryFn: ({ pageParam, signal }) =>
      call(
        communitiesDeskRoutes.listQuestions,
        {
          query: {
            state,
            ...(group !== null && { group }),
            ...(pageParam !== '' && { cursor: pageParam }),
          },
        },
        signal,
      ),
    initialPageParam: '',
    getNextPageParam: (page) => page.nextCursor,
    // A member waits for the answer.
    refetchInterval: 30_000,
  });

export const groupNoticeQuery = (noticeId: string) =>
  queryOptions({
    queryKey: [KEY, 'notice', noticeId],
    queryFn: ({ signal }) => call(communitiesDeskRoutes.getNotice, { params: { noticeId } }, signal),
  });

/** After an act, everything that was made from what was before. */
export const refreshGroups = () => queryClient.invalidateQueries({ queryKey: [KEY] });

/** After a lesson was shared or taken away: the group as it is now. */
export function takeGroup(made: GroupDetail): void {
  queryClient.setQueryData(groupQuery(made.group.groupId).queryKey, made);
}

/** After an act on a notice: the group and the list of reviews show it. */
export async function takeNotice({ groupId }: DeskNotice): Promise<void> {
  await Promise.all([
    queryClient.invalidateQueries({ queryKey: groupQuery(groupId).queryKey }),
    queryClient.invalidateQueries({ queryKey: ['reviews'] }),
  ]);
}
