import type {
  ConsentList,
  CoreCustomerLink,
  DecideConsents,
  LinkCoreCustomer,
  MemberProfile,
  MemberSession,
  OpenSession,
  OpenStaffSession,
  RuntimeInfo,
  StaffProfile,
} from './identity.ts';
import { defineRoute } from './route.ts';

export const identityRoutes = {
  getRuntime: defineRoute<{}, RuntimeInfo>('identity.getRuntime', 'public', 'GET', '/v1/runtime'),
  openSession: defineRoute<{ body: OpenSession }, MemberSession>(
    'identity.openSession',
    'public',
    'POST',
    '/v1/sessions',
  ),
  closeSession: defineRoute<{}, void>('identity.closeSession', 'member', 'DELETE', '/v1/sessions/current'),
  getMe: defineRoute<{}, MemberProfile>('identity.getMe', 'member', 'GET', '/v1/members/me'),
  listConsents: defineRoute<{}, ConsentList>('identity.listConsents', 'member', 'GET', '/v1/consents'),
  decideConsents: defineRoute<{ body: DecideConsents }, ConsentList>(
    'identity.decideConsents',
    'member',
    'POST',
    '/v1/consents',
  ),
  openStaffSession: defineRoute<{ body: OpenStaffSession }, StaffProfile>(
    'identity.openStaffSession',
    'public',
    'POST',
    '/v1/console/sessions',
  ),
  getStaffSession: defineRoute<{}, StaffProfile>(
    'identity.getStaffSession',
    'staff',
    'GET',
    '/v1/console/sessions/current',
  ),
  closeStaffSession: defineRoute<{}, void>(
    'identity.closeStaffSession',
    'staff',
    'DELETE',
    '/v1/console/sessions/current',
  ),
  linkCoreCustomer: defineRoute<{ body: LinkCoreCustomer }, CoreCustomerLink>(
    'identity.linkCoreCustomer',
    'machine',
    'POST',
    '/v1/core/customer-links',
  ),
} as const;
