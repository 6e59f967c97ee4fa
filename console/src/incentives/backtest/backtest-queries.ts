import type { BacktestDetail, BacktestRow } from '@siyu/shared/contracts/backtests';
import { backtestsRoutes } from '@siyu/shared/contracts/backtests.routes';
import { queryOptions } from '@tanstack/react-query';
import { call } from '../../api/call.ts';
import { putAnswer } from '../../api/put-answer.ts';
import { queryClient } from '../../api/query-client.ts';
import { BACKTESTS_KEY } from '../incentive-queries.ts';

const POLL_MS = 1_500;

/** Whether its figures are still to come. */
export const isUnderway = ({ state }: Pick<BacktestRow, 'state'>): boolean =>
  state === 'QUEUED' || state === 'RUNNING';

/** The runs of a rule; asked for again by itself while one of them is under way. */
export const backtestListQuery = (ruleId: string) =>
  queryOptions({
    queryKey: [BACKTESTS_KEY, 'list', ruleId],
    queryFn: ({ signal }) => call(backtestsRoutes.listBacktests, { params: { ruleId } }, signal),
    refetchInterval: ({ state: { data } }) => (data?.rows.some(isUnderway) === true ? POLL_MS : false),
  });

export const backtestQuery = (runId: string) =>
  queryOptions({
    queryKey: [BACKTESTS_KEY, 'one', runId],
    queryFn: ({ signal }) => call(backtestsRoutes.getBacktest, { params: { runId } }, signal),
    refetchInterval: ({ state: { data } }) => (data !== undefined && isUnderway(data) ? POLL_MS : false),
  });

/** After a run was asked for or stopped. */
export function takeBacktest(detail: BacktestDetail): void {
  putAnswer(backtestQuery(detail.runId).queryKey, detail);
  void queryClient.invalidateQueries({ queryKey: [BACKTESTS_KEY, 'list', detail.ruleId] });
}

export const refreshBacktests = (): void => void queryClient.invalidateQueries({ queryKey: [BACKTESTS_KEY] });
