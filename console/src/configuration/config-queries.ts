import { analyticsRoutes } from '@siyu/shared/contracts/analytics.routes';
import { configurationRoutes } from '@siyu/shared/contracts/configuration.routes';
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { call } from '../api/call.ts';

export const configKeysQuery = infiniteQueryOptions({
  queryKey: ['configuration', 'keys'],
  queryFn: ({ signal }) => call(configurationRoutes.listKeys, {}, signal),
  initialPageParam: '',
  getNextPageParam: (page) => page.nextCursor,
});

export const configVersionsQuery = (key: string) =>
  infiniteQueryOptions({
    queryKey: ['configuration', 'versions', key],
    queryFn: ({ pageParam, signal }) =>
      call(
        configurationRoutes.listVersions,
        { params: { key }, query: { ...(pageParam !== '' && { cursor: pageParam }) } },
        signal,
      ),
    initialPageParam: '',
    getNextPageParam: (page) => page.nextCursor,
  });

export const configVersionQuery = (configVersionId: string) =>
  queryOptions({
    queryKey: ['configuration', 'version', configVersionId],
    queryFn: ({ signal }) => call(configurationRoutes.getVersion, { params: { configVersionId } }, signal),
  });

/** Counted anew each time it is opened: it is about now. */
export const configImpactQuery = (configVersionId: string) =>
  queryOptions({
    queryKey: ['configuration', 'impact', configVersionId],
    queryFn: ({ signal }) => call(analyticsRoutes.getConfigImpact, { params: { configVersionId } }, signal),
    staleTime: 0,
  });
