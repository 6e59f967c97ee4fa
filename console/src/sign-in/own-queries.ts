import { signInRoutes } from '@siyu/shared/contracts/sign-in.routes';
import { staffPhoneRoutes } from '@siyu/shared/contracts/staff-phone.routes';
import { queryOptions } from '@tanstack/react-query';
import { call } from '../api/call.ts';

export const ownSessionsKey = ['own', 'sessions'] as const;
export const ownSessionsQuery = queryOptions({
  queryKey: ownSessionsKey,
  queryFn: ({ signal }) => call(signInRoutes.listOwnSessions, {}, signal),
});
export const secondFactorQuery = queryOptions({
  queryKey: ['own', 'second-factor'],
  queryFn: ({ signal }) => call(signInRoutes.getSecondFactor, {}, signal),
});
export const ownPhoneQuery = queryOptions({
  queryKey: ['own', 'phone'],
  queryFn: ({ signal }) => call(staffPhoneRoutes.getOwnPhone, {}, signal),
});
