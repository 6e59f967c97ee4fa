import { defineRoute } from './route.ts';
import type {
  SegmentHistory,
  SegmentListQuery,
  SegmentMembersQuery,
  SegmentRows,
  SegmentStays,
} from './segments.ts';

export const segmentsRoutes = {
  listSegments: defineRoute<{ query: SegmentListQuery }, SegmentRows>(
    'segments.listSegments',
    'staff',
    'GET',
    '/v1/console/segments',
  ),
  listSegmentMembers: defineRoute<
    { params: { segmentKey: string }; query: SegmentMembersQuery },
    SegmentStays
  >('segments.listSegmentMembers', 'staff', 'GET', '/v1/console/segments/:segmentKey/members'),
  getSegmentHistory: defineRoute<{ params: { segmentKey: string }; query: SegmentListQuery }, SegmentHistory>(
    'segments.getSegmentHistory',
    'staff',
    'GET',
    '/v1/console/segments/:segmentKey/history',
  ),
} as const;
