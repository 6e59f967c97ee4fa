import type { RuleTree, SegmentDefinition } from '@siyu/shared/contracts/segment-definitions';
import { segmentDefinitionsRoutes } from '@siyu/shared/contracts/segment-definitions.routes';
import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import { call } from '../api/call.ts';
import { queryClient } from '../api/query-client.ts';
import { putAnswer } from '../api/put-answer.ts';
import { SEGMENTS } from './live-segments-query.ts';
import type { OwnSegmentsView } from './segment-filters.ts';

const PAGE = 50;
/** While the members of a segment are sought, it is looked at again. */
const PLACING_MS = 2_000;

export const definitionListQuery = ({ state, search }: Pick<OwnSegmentsView, 'state' | 'search'>) =>
  infiniteQueryOptions({
    queryKey: [SEGMENTS, 'definitions', state, search],
    queryFn: ({ pageParam, signal }) =>
      call(
        segmentDefinitionsRoutes.listDefinitions,
        {
          query: {
            limit: PAGE,
            ...(state !== null && { state }),
            ...(search !== '' && { search }),
            ...(pageParam !== '' && { cursor: pageParam }),
          },
        },
        signal,
      ),
    initialPageParam: '',
    getNextPageParam: (page) => page.nextCursor,
    refetchInterval: ({ state: { data } }) =>
      data?.pages.some(({ rows }) => rows.some(({ isPlacing }) => isPlacing)) === true ? PLACING_MS : false,
  });

export const definitionQuery = (segmentId: string) =>
  queryOptions({
    queryKey: [SEGMENTS, 'definition', segmentId],
    queryFn: ({ signal }) => call(segmentDefinitionsRoutes.getDefinition, { params: { segmentId } }, signal),
    refetchInterval: ({ state: { data } }) => (data?.isPlacing === true ? PLACING_MS : false),
  });

const asked = (rule: RuleTree, segmentId: string | null) => ({
  body: { rule, ...(segmentId !== null && { segmentId }) },
});

/** What was counted before stays to be seen until the next count is there; an answer that comes late is another rule's. */
export const ruleCountQuery = (rule: RuleTree, segmentId: string | null) =>
  queryOptions({
    queryKey: [SEGMENTS, 'count', segmentId, rule],
    queryFn: ({ signal }) => call(segmentDefinitionsRoutes.countRule, asked(rule, segmentId), signal),
    placeholderData: keepPreviousData,
  });

export const rulePreviewQuery = (rule: RuleTree, segmentId: string | null) =>
  queryOptions({
    queryKey: [SEGMENTS, 'preview', segmentId, rule],
    queryFn: ({ signal }) => call(segmentDefinitionsRoutes.previewRule, asked(rule, segmentId), signal),
    placeholderData: keepPreviousData,
  });

/** After an act: the segment as it is now, and every list it stands in. */
export async function takeDefinition(made: SegmentDefinition): Promise<void> {
  putAnswer(definitionQuery(made.segmentId).queryKey, made);
  await queryClient.invalidateQueries({
    queryKey: [SEGMENTS],
    predicate: ({ queryKey }) => queryKey[1] !== 'definition' || queryKey[2] !== made.segmentId,
  });
}
