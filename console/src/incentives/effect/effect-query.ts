import { incentiveEffectsRoutes } from '@siyu/shared/contracts/incentive-effects.routes';
import { queryOptions } from '@tanstack/react-query';
import { call } from '../../api/call.ts';

const POLL_MS = 10_000;

/** What came of a rule; asked for again by itself while it is not counted yet. */
export const effectQuery = (ruleId: string) =>
  queryOptions({
    queryKey: ['incentive-effects', ruleId],
    queryFn: ({ signal }) => call(incentiveEffectsRoutes.getIncentiveEffect, { params: { ruleId } }, signal),
    refetchInterval: ({ state: { data } }) => (data?.state === 'WAITING' ? POLL_MS : false),
    refetchIntervalInBackground: false,
  });
