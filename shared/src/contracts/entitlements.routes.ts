import type { HeldEntitlements, OwnEntitlementQuery, OwnEntitlements } from './entitlements.ts';
import { defineRoute } from './route.ts';

export const entitlementsRoutes = {
  listOwn: defineRoute<{ query: OwnEntitlementQuery }, OwnEntitlements>(
    'entitlements.listOwn',
    'member',
    'GET',
    '/v1/entitlements',
  ),
  listOfMember: defineRoute<{ params: { readonly memberId: string } }, HeldEntitlements>(
    'entitlements.listOfMember',
    'staff',
    'GET',
    '/v1/console/members/:memberId/entitlements',
  ),
  /** Marks a voucher as honoured; one that was used, given back or expired is refused. */
  useVoucher: defineRoute<{ params: { readonly entitlementId: string } }, void>(
    'entitlements.useVoucher',
    'staff',
    'POST',
    '/v1/console/entitlements/:entitlementId/use',
  ),
} as const;
