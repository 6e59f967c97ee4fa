import type {
  MemberEventPage,
  MemberFactPage,
  MemberMessagePage,
  MemberPanorama,
  PanoramaPageQuery,
} from './panorama.ts';
import { defineRoute } from './route.ts';

export const panoramaRoutes = {
  getMemberPanorama: defineRoute<{ params: { memberId: string } }, MemberPanorama>(
    'workspace.getMemberPanorama',
    'staff',
    'GET',
    '/v1/console/members/:memberId/panorama',
  ),
  listMemberFacts: defineRoute<{ params: { memberId: string }; query: PanoramaPageQuery }, MemberFactPage>(
    'workspace.listMemberFacts',
    'staff',
    'GET',
    '/v1/console/members/:memberId/facts',
  ),
  listMemberEvents: defineRoute<{ params: { memberId: string }; query: PanoramaPageQuery }, MemberEventPage>(
    'workspace.listMemberEvents',
    'staff',
    'GET',
    '/v1/console/members/:memberId/events',
  ),
  listMemberMessages: defineRoute<
    { params: { memberId: string }; query: PanoramaPageQuery },
    MemberMessagePage
  >('workspace.listMemberMessages', 'staff', 'GET', '/v1/console/members/:memberId/messages'),
} as const;
