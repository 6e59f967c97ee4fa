import type {
  CloseMinor,
  ConflictListQuery,
  DismissConflict,
  IdentityConflicts,
  MemberLinkListQuery,
  MemberLinkRequest,
  MemberLinkRequests,
  RequestMerge,
  RequestSeparation,
  RestrictMember,
} from './member-links.ts';
import { defineRoute } from './route.ts';

export const memberLinksRoutes = {
  listMemberLinks: defineRoute<{ query: MemberLinkListQuery }, MemberLinkRequests>(
    'identity.listMemberLinks',
    'staff',
    'GET',
    '/v1/console/member-links',
  ),
  getMemberLink: defineRoute<{ params: { memberId: string; version: string } }, MemberLinkRequest>(
    'identity.getMemberLink',
    'staff',
    'GET',
    '/v1/console/member-links/:memberId/versions/:version',
  ),
  requestMerge: defineRoute<{ body: RequestMerge }, MemberLinkRequest>(
    'identity.requestMerge',
    'staff',
    'POST',
    '/v1/console/member-links',
  ),
  requestSeparation: defineRoute<{ body: RequestSeparation }, MemberLinkRequest>(
    'identity.requestSeparation',
    'staff',
    'POST',
    '/v1/console/member-links/separations',
  ),
  listConflicts: defineRoute<{ query: ConflictListQuery }, IdentityConflicts>(
    'identity.listConflicts',
    'staff',
    'GET',
    '/v1/console/identity-conflicts',
  ),
  dismissConflict: defineRoute<{ params: { conflictId: string }; body: DismissConflict }, void>(
    'identity.dismissConflict',
    'staff',
    'POST',
    '/v1/console/identity-conflicts/:conflictId/dismissal',
  ),
  closeMinor: defineRoute<{ params: { memberId: string }; body: CloseMinor }, void>(
    'identity.closeMinor',
    'staff',
    'POST',
    '/v1/console/members/:memberId/minor-closing',
  ),
  restrictMember: defineRoute<{ params: { memberId: string }; body: RestrictMember }, void>(
    'identity.restrictMember',
    'staff',
    'PUT',
    '/v1/console/members/:memberId/restriction',
  ),
  liftRestriction: defineRoute<{ params: { memberId: string } }, void>(
    'identity.liftRestriction',
    'staff',
    'DELETE',
    '/v1/console/members/:memberId/restriction',
  ),
} as const;
