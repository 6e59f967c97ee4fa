import { elderRoutes } from '@siyu/shared/contracts/elder.routes';
import type { ApplicationDetail } from '@siyu/shared/contracts/professional';
import { professionalRoutes } from '@siyu/shared/contracts/professional.routes';
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { suitabilityRoutes } from '@siyu/shared/contracts/suitability.routes';
import { call } from '../api/call.ts';
import { queryClient } from '../api/query-client.ts';

const KEY = 'investor-care';

export const applicationListQuery = (isOver: boolean) =>
  infiniteQueryOptions({
    queryKey: [KEY, 'applications', isOver],
    queryFn: ({ pageParam, signal }) => {
      const view = isOver ? 'DECIDED' : 'OWED';
      const query = { view, ...(pageParam !== '' && { cursor: pageParam }) } as const;
      return call(professionalRoutes.listApplications, { query }, signal);
    },
    initialPageParam: '',
    getNextPageParam: (page) => page.nextCursor,
  });

export const applicationQuery = (applicationId: string) =>
  queryOptions({
    queryKey: [KEY, 'application', applicationId],
    queryFn: ({ signal }) => call(professionalRoutes.getApplication, { params: { applicationId } }, signal),
    // Each reading stands in the trail: not one more than somebody asked for.
    staleTime: Infinity,
  });

/** Kept apart from the lists: of a decided one nobody reads again. */
export const heldAssessmentQuery = (assessmentId: string) =>
  queryOptions({
    queryKey: ['held-assessment', assessmentId],
    queryFn: ({ signal }) => call(suitabilityRoutes.getHeldAssessment, { params: { assessmentId } }, signal),
    // Each reading stands in the trail: not one more than somebody asked for.
    staleTime: Infinity,
  });

export const elderListQuery = (isOver: boolean) =>
  infiniteQueryOptions({
    queryKey: [KEY, 'elders', isOver],
    queryFn: ({ pageParam, signal }) => {
      const state = isOver ? 'DONE' : 'WAITING';
      const query = { state, ...(pageParam !== '' && { cursor: pageParam }) } as const;
      return call(elderRoutes.listElders, { query }, signal);
    },
    initialPageParam: '',
    getNextPageParam: (page) => page.nextCursor,
  });

/** After an act: the application as it is now, and the lists that were made from the old one. */
export function takeApplication(detail: ApplicationDetail): void {
  queryClient.setQueryData(applicationQuery(detail.applicationId).queryKey, detail);
  void queryClient.invalidateQueries({ queryKey: [KEY, 'applications'] });
}

/** What somebody decided elsewhere. */
export const refreshInvestorCare = () => queryClient.invalidateQueries({ queryKey: [KEY] });
