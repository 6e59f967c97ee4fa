import type {
  MemberPoints,
  OpenPointsDay,
  PointsClosingRows,
  PointsQuery,
  PointsStatement,
  PointsSummary,
  PointsTotals,
} from './points.ts';
import { defineRoute } from './route.ts';

interface OfMember {
  readonly params: { readonly memberId: string };
}

export const pointsRoutes = {
  getPoints: defineRoute<{}, PointsSummary>('points.getPoints', 'member', 'GET', '/v1/points'),
  listPostings: defineRoute<{ query: PointsQuery }, PointsStatement>(
    'points.listPostings',
    'member',
    'GET',
    '/v1/points/postings',
  ),
  getMemberPoints: defineRoute<OfMember, MemberPoints>(
    'points.getMemberPoints',
    'staff',
    'GET',
    '/v1/console/members/:memberId/points',
  ),
  listMemberPostings: defineRoute<OfMember & { query: PointsQuery }, PointsStatement>(
    'points.listMemberPostings',
    'staff',
    'GET',
    '/v1/console/members/:memberId/points/postings',
  ),
  getTotals: defineRoute<{}, PointsTotals>('points.getTotals', 'staff', 'GET', '/v1/console/points'),
  openDay: defineRoute<{ body: OpenPointsDay }, PointsTotals>(
    'points.openDay',
    'staff',
    'POST',
    '/v1/console/points/business-day',
  ),
  listClosings: defineRoute<{ query: PointsQuery }, PointsClosingRows>(
    'points.listClosings',
    'staff',
    'GET',
    '/v1/console/points/closings',
  ),
} as const;
