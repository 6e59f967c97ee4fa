import type { FakeReportState } from '@siyu/shared/contracts/verification.limits';
import { verificationRoutes } from '@siyu/shared/contracts/verification.routes';
import { infiniteQueryOptions } from '@tanstack/react-query';
import { call } from '../api/call.ts';
import { queryClient } from '../api/query-client.ts';

const KEY = 'fake-reports';

export const fakeReportListQuery = (state: FakeReportState) =>
  infiniteQueryOptions({
    queryKey: [KEY, state],
    queryFn: ({ pageParam, signal }) =>
      call(
        verificationRoutes.listFakeReports,
        { query: { state, ...(pageParam !== '' && { cursor: pageParam }) } },
        signal,
      ),
    initialPageParam: '',
    getNextPageParam: (page) => page.nextCursor,
    // Somebody may be paying an impostor now.
    refetchInterval: 30_000,
  });

export const refreshFakeReports = () => queryClient.invalidateQueries({ queryKey: [KEY] });
