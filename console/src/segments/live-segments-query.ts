import type { SegmentDefinitionRows } from '@siyu/shared/contracts/segment-definitions';
import { segmentDefinitionsRoutes } from '@siyu/shared/contracts/segment-definitions.routes';
import { queryOptions } from '@tanstack/react-query';
import { call } from '../api/call.ts';
import type { NamedSegment } from '../rules/rule-words.ts';

/** What every key of a query about segments begins with, so that an act makes all of them ask again. */
export const SEGMENTS = 'segments';
const PAGE = 50;

/** Every segment that is live, page after page: a rule may ask for any of them. */
export const liveSegmentsQuery = queryOptions({
  queryKey: [SEGMENTS, 'live'],
  queryFn: async ({ signal }): Promise<readonly NamedSegment[]> => {
    const found: NamedSegment[] = [];
    let cursor: string | null = '';
    do {
      const page: SegmentDefinitionRows = await call(
        segmentDefinitionsRoutes.listDefinitions,
        { query: { state: 'LIVE', limit: PAGE, ...(cursor !== '' && { cursor }) } },
        signal,
      );
      found.push(...page.rows.map(({ key, name }) => ({ key, name })));
      cursor = page.nextCursor;
    } while (cursor !== null);
    return found;
  },
});
