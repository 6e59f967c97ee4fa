import type { ChannelAccount } from '@siyu/shared/contracts/channels';
import type { ArrivalWindow } from '@siyu/shared/contracts/channels.limits';
import { channelsRoutes } from '@siyu/shared/contracts/channels.routes';
import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { call } from '../api/call.ts';
import { queryClient } from '../api/query-client.ts';
import { putAnswer } from '../api/put-answer.ts';
import { USUAL_WINDOW } from './channel-view.ts';

export const accountQuery = (accountId: string, days: ArrivalWindow) =>
  queryOptions({
    queryKey: ['channels', 'account', accountId, days],
    queryFn: ({ signal }) =>
      call(channelsRoutes.getAccount, { params: { accountId }, query: { days } }, signal),
  });

export const ownersQuery = (search: string) =>
  queryOptions({
    queryKey: ['channels', 'owners', search],
    queryFn: ({ signal }) =>
      call(channelsRoutes.listOwners, { query: { ...(search !== '' && { search }) } }, signal),
  });

export const placementLessonsQuery = (search: string) =>
  queryOptions({
    queryKey: ['channels', 'lessons', search],
    queryFn: ({ signal }) =>
      call(channelsRoutes.listPlacementLessons, { query: { ...(search !== '' && { search }) } }, signal),
    placeholderData: keepPreviousData,
  });

/** After an act: the account as it is now, and everything that was made from the old one. */
export function takeAccount(made: ChannelAccount): void {
  const { accountId } = made.account;
  putAnswer(accountQuery(accountId, USUAL_WINDOW).queryKey, made);
  void queryClient.invalidateQueries({ queryKey: ['channels', 'list'] });
  void queryClient.invalidateQueries({ queryKey: ['channels', 'account', accountId] });
}
