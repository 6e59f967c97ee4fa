import type { IncentiveDetail, IncentiveDraft } from '@siyu/shared/contracts/incentive-rules';
import type { IncentivePhase } from '@siyu/shared/contracts/incentive-rules.limits';
import { incentiveRulesRoutes } from '@siyu/shared/contracts/incentive-rules.routes';
import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import { call } from '../api/call.ts';
import { putAnswer } from '../api/put-answer.ts';
import { queryClient } from '../api/query-client.ts';

const KEY = 'incentives';
/** What was tested of rules; here, since whoever writes a rule need not load what tests it. */
export const BACKTESTS_KEY = 'backtests';
/** What awards take of the budget meanwhile, and colleagues decide. */
const POLL_MS = 30_000;

export const incentiveListQuery = (phase: IncentivePhase | null) =>
  infiniteQueryOptions({
    queryKey: [KEY, 'list', phase],
    queryFn: ({ pageParam, signal }) =>
      call(
        incentiveRulesRoutes.listIncentives,
        { query: { ...(phase !== null && { phase }), ...(pageParam !== '' && { cursor: pageParam }) } },
        signal,
      ),
    initialPageParam: '',
    getNextPageParam: (page) => page.nextCursor,
    refetchInterval: POLL_MS,
    refetchIntervalInBackground: false,
  });

export const incentiveQuery = (ruleId: string) =>
  queryOptions({
    queryKey: [KEY, 'one', ruleId],
    queryFn: ({ signal }) => call(incentiveRulesRoutes.getIncentive, { params: { ruleId } }, signal),
    refetchInterval: POLL_MS,
    refetchIntervalInBackground: false,
  });

/** What the guard says of a draft; what it said before stays to be seen until the next answer is there. */
export const incentiveCheckQuery = (draft: IncentiveDraft) =>
  queryOptions({
    queryKey: [KEY, 'check', draft],
    queryFn: ({ signal }) => call(incentiveRulesRoutes.checkIncentive, { body: { draft } }, signal),
    placeholderData: keepPreviousData,
  });

/** After an act: the rule as it is now, and the lists that were made from the old one. */
export function takeIncentive(detail: IncentiveDetail): void {
  putAnswer(incentiveQuery(detail.ruleId).queryKey, detail);
  void queryClient.invalidateQueries({ queryKey: [KEY, 'list'] });
  // What was tested may be its draft no more.
  void queryClient.invalidateQueries({ queryKey: [BACKTESTS_KEY] });
}

export const refreshIncentive = (ruleId: string) =>
  queryClient.invalidateQueries({ queryKey: [KEY, 'one', ruleId] });

/** After a review of a rule was decided. */
export const refreshIncentives = () => queryClient.invalidateQueries({ queryKey: [KEY] });
