import { Controller, Param, Query } from '@nestjs/common';
import {
  SegmentHistory,
  SegmentKey,
  SegmentListQuery,
  SegmentMembersQuery,
  SegmentRows,
  SegmentStays,
} from '@siyu/shared/contracts/segments';
import { segmentsRoutes } from '@siyu/shared/contracts/segments.routes';
import { Access, Bind, Caller, type Principal } from '../../platform/http/index.ts';
import { SegmentHistories } from './segment-history.ts';
import { SegmentLists } from './segment-lists.ts';

const access = {
  audience: 'staff',
  roles: ['adviser', 'relationshipManager', 'branchHead', 'operator', 'analyst', 'compliance'],
} as const;

@Controller()
export class SegmentsConsoleController {
  constructor(
    private readonly lists: SegmentLists,
    private readonly histories: SegmentHistories,
  ) {}

  @Bind(segmentsRoutes.listSegments, { response: SegmentRows })
  @Access(access)
  listSegments(
    @Caller() { scope }: Principal,
    @Query({ schema: SegmentListQuery }) query: SegmentListQuery,
  ): Promise<SegmentRows> {
    return this.lists.listSegments(scope, query);
  }

  @Bind(segmentsRoutes.listSegmentMembers, { response: SegmentStays })
  @Access(access)
  listSegmentMembers(
    @Caller() { scope }: Principal,
    @Param('segmentKey', { schema: SegmentKey }) segmentKey: string,
    @Query({ schema: SegmentMembersQuery }) query: SegmentMembersQuery,
  ): Promise<SegmentStays> {
    return this.lists.listMembers(scope, segmentKey, query);
  }

  @Bind(segmentsRoutes.getSegmentHistory, { response: SegmentHistory })
  @Access(access)
  getSegmentHistory(
    @Caller() { scope }: Principal,
    @Param('segmentKey', { schema: SegmentKey }) segmentKey: string,
    @Query({ schema: SegmentListQuery }) query: SegmentListQuery,
  ): Promise<SegmentHistory> {
    return this.histories.getHistory(scope, segmentKey, query);
  }
}
