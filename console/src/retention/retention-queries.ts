import { retentionRoutes } from '@siyu/shared/contracts/retention.routes';
import { infiniteQueryOptions } from '@tanstack/react-query';
import { call } from '../api/call.ts';

export const retentionQuery = infiniteQueryOptions({
  queryKey: ['retention'],
  queryFn: ({ signal }) => call(retentionRoutes.listRetention, {}, signal),
  initialPageParam: '',
  getNextPageParam: (page) => page.nextCursor,
});
