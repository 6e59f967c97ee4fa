import type { BrakeState, ChosenKind } from '@siyu/shared/contracts/brakes.limits';
import { brakesRoutes } from '@siyu/shared/contracts/brakes.routes';
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { call } from '../api/call.ts';
import { queryClient } from '../api/query-client.ts';

const KEY = 'brakes';
/** What is held back changes by itself. */
const polled = { refetchInterval: 5_000, refetchIntervalInBackground: false } as const;

export const brakeListQuery = (state: BrakeState) =>
  infiniteQueryOptions({
    queryKey: [KEY, 'list', state],
    queryFn: ({ pageParam, signal }) =>
      call(
        brakesRoutes.listBrakes,
        { query: { state, ...(pageParam !== '' && { cursor: pageParam }) } },
        signal,
      ),
    initialPageParam: '',
    getNextPageParam: (page) => page.nextCursor,
    ...polled,
  });

export const brakeQuery = (brakeId: string) =>
  queryOptions({
    queryKey: [KEY, 'one', brakeId],
    queryFn: ({ signal }) => call(brakesRoutes.getBrake, { params: { brakeId } }, signal),
    ...polled,
  });

export const brakeTargetsQuery = (kind: ChosenKind, search: string) =>
  queryOptions({
    queryKey: [KEY, 'targets', kind, search],
    queryFn: ({ signal }) =>
      call(brakesRoutes.listTargets, { query: { kind, ...(search !== '' && { search }) } }, signal),
  });

/** Everybody at the desk is told within a quarter of a minute. */
export const firmBrakeQuery = queryOptions({
  queryKey: [KEY, 'firm'],
  queryFn: ({ signal }) => call(brakesRoutes.getFirmBrake, {}, signal),
  refetchInterval: 15_000,
});

export const refreshBrakes = () => queryClient.invalidateQueries({ queryKey: [KEY] });
