import type { ItemState } from '@siyu/shared/contracts/redemption.limits';
import { catalogueDeskRoutes } from '@siyu/shared/contracts/catalogue-desk.routes';
import { liveDeskRoutes } from '@siyu/shared/contracts/live-desk.routes';
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { call } from '../api/call.ts';
import { queryClient } from '../api/query-client.ts';

export const itemsQuery = (state: ItemState | undefined) =>
  infiniteQueryOptions({
    queryKey: ['catalogue', 'list', state],
    queryFn: ({ pageParam, signal }) => {
      const query = { ...(state && { state }), ...(pageParam !== '' && { cursor: pageParam }) };
      return call(catalogueDeskRoutes.listItems, { query }, signal);
    },
    initialPageParam: '',
    getNextPageParam: (page) => page.nextCursor,
  });

export const itemQuery = (itemId: string) =>
  queryOptions({
    queryKey: ['catalogue', 'one', itemId],
    queryFn: ({ signal }) => call(catalogueDeskRoutes.getItem, { params: { itemId } }, signal),
  });

/** Lives that can be reserved now. */
export const seatChoicesQuery = queryOptions({
  queryKey: ['lives', 'seats'],
  queryFn: ({ signal }) => call(liveDeskRoutes.listLiveRows, { query: { limit: 50, view: 'AHEAD' } }, signal),
});

export const refreshCatalogue = () =>
  Promise.all([
    queryClient.invalidateQueries({ queryKey: ['catalogue'] }),
    queryClient.invalidateQueries({ queryKey: ['reviews'] }),
  ]);
