import type { OfferedItems, Redeem, Redemption } from './redemption.ts';
import { defineRoute } from './route.ts';

interface ById {
  readonly params: { readonly redemptionId: string };
}

export const redemptionRoutes = {
  listOffered: defineRoute<{}, OfferedItems>('redemption.listOffered', 'member', 'GET', '/v1/catalogue'),
  /** The client names the redemption: sent again it is the same one. */
  redeem: defineRoute<ById & { body: Redeem }, Redemption>(
    'redemption.redeem',
    'member',
    'PUT',
    '/v1/redemptions/:redemptionId',
  ),
  /** Gives back once, for as long as nothing of it was used. */
  cancelRedemption: defineRoute<ById, Redemption>(
    'redemption.cancelRedemption',
    'member',
    'POST',
    '/v1/redemptions/:redemptionId/cancellation',
  ),
} as const;
