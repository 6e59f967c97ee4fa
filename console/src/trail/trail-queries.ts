import { trailRoutes } from '@siyu/shared/contracts/trail.routes';
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { call } from '../api/call.ts';
import type { TrailView } from './trail-view.ts';

const POLL_MS = 2_000;

export const trailQuery = (view: TrailView) =>
  infiniteQueryOptions({
    queryKey: ['trail', 'list', view],
    queryFn: ({ pageParam, signal }) => {
      const { actor, action, subject, from, to } = view;
      const query = {
        ...(actor !== '' && { actor }),
        ...(action !== '' && { action }),
        ...(subject !== '' && { subjectId: subject }),
        ...(from !== '' && { from }),
        ...(to !== '' && { to }),
        ...(pageParam !== '' && { cursor: pageParam }),
      };
      return call(trailRoutes.listTrail, { query }, signal);
    },
    initialPageParam: '',
    getNextPageParam: (page) => page.nextCursor,
  });

/** Asked again by itself while a verification is under way or rows wait for their seal. */
export const trailStateQuery = queryOptions({
  queryKey: ['trail', 'state'],
  queryFn: ({ signal }) => call(trailRoutes.getTrailState, {}, signal),
  refetchInterval: ({ state: { data } }) =>
    data !== undefined &&
    (data.unsealedRows > 0 ||
      data.verifications.some(({ state }) => state === 'QUEUED' || state === 'RUNNING'))
      ? POLL_MS
      : false,
  refetchIntervalInBackground: false,
});
