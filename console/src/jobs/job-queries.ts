import { jobsRoutes } from '@siyu/shared/contracts/jobs.routes';
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { call } from '../api/call.ts';
import type { JobView } from './job-view.ts';

/** Jobs change by themselves: what is on the screen is asked for again while somebody looks. */
const POLL_MS = 5_000;
const polled = { refetchInterval: POLL_MS, refetchIntervalInBackground: false } as const;

export const jobListQuery = ({ state }: Pick<JobView, 'state'>) =>
  infiniteQueryOptions({
    queryKey: ['jobs', 'list', state],
    queryFn: ({ pageParam, signal }) =>
      call(
        jobsRoutes.listJobs,
        { query: { ...(state !== null && { state }), ...(pageParam !== '' && { cursor: pageParam }) } },
        signal,
      ),
    initialPageParam: '',
    getNextPageParam: (page) => page.nextCursor,
    ...polled,
  });

export const jobQuery = (name: string) =>
  queryOptions({
    queryKey: ['jobs', 'one', name],
    queryFn: ({ signal }) => call(jobsRoutes.getJob, { params: { name } }, signal),
    ...polled,
  });
