import type { MemberSuitabilityView } from './member-suitability.ts';
import { defineRoute } from './route.ts';
import type { MemberListQuery, MemberRow, MemberRows } from './workspace.ts';

export const workspaceRoutes = {
  listMembers: defineRoute<{ query: MemberListQuery }, MemberRows>(
    'workspace.listMembers',
    'staff',
    'GET',
    '/v1/console/members',
  ),
  getMember: defineRoute<{ params: { memberId: string } }, MemberRow>(
    'workspace.getMember',
    'staff',
    'GET',
    '/v1/console/members/:memberId',
  ),
  getMemberSuitability: defineRoute<{ params: { memberId: string } }, MemberSuitabilityView>(
    'workspace.getMemberSuitability',
    'staff',
    'GET',
    '/v1/console/members/:memberId/suitability',
  ),
} as const;
