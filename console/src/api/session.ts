import { identityRoutes } from '@siyu/shared/contracts/identity.routes';
import { queryOptions } from '@tanstack/react-query';
import { call } from './call.ts';

export const sessionQuery = queryOptions({
  queryKey: ['session'],
  queryFn: ({ signal }) => call(identityRoutes.getStaffSession, {}, signal),
  staleTime: 60_000,
});
