import type { AssessmentView } from '@siyu/shared/contracts/assessments.limits';
import type { AssessmentDetail } from '@siyu/shared/contracts/assessments';
import { assessmentsRoutes } from '@siyu/shared/contracts/assessments.routes';
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { call } from '../api/call.ts';
import { putAnswer } from '../api/put-answer.ts';
import { queryClient } from '../api/query-client.ts';

const KEY = 'assessments';

export const assessmentListQuery = (view: AssessmentView) =>
  infiniteQueryOptions({
    queryKey: [KEY, 'list', view],
    queryFn: ({ pageParam, signal }) =>
      call(
        assessmentsRoutes.listAssessments,
        { query: { view, ...(pageParam !== '' && { cursor: pageParam }) } },
        signal,
      ),
    initialPageParam: '',
    getNextPageParam: (page) => page.nextCursor,
  });

export const assessmentQuery = (assessmentId: string) =>
  queryOptions({
    queryKey: [KEY, 'one', assessmentId],
    queryFn: ({ signal }) => call(assessmentsRoutes.getAssessment, { params: { assessmentId } }, signal),
  });

export const assessmentCoverQuery = queryOptions({
  queryKey: [KEY, 'cover'],
  queryFn: ({ signal }) => call(assessmentsRoutes.getCover, {}, signal),
});

/** After an act: the assessment as it is now, and what was made from the old one. */
export function takeAssessment(detail: AssessmentDetail): void {
  putAnswer(assessmentQuery(detail.row.assessmentId).queryKey, detail);
  void queryClient.invalidateQueries({ queryKey: [KEY, 'list'] });
}

export const refreshAssessments = () => queryClient.invalidateQueries({ queryKey: [KEY] });
