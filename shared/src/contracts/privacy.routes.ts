import type { Conclusion } from './identity.limits.ts';
import type {
  AccessCopy,
  ConclusionList,
  CopyLink,
  CopyOrder,
  CopyOrders,
  DecideConclusion,
  OrderCopy,
} from './privacy.ts';
import { defineRoute } from './route.ts';

export const privacyRoutes = {
  /** The copy as the screen shows it: the latest entries of each kind. */
  getAccessCopy: defineRoute<{}, AccessCopy>(
    'privacy.getAccessCopy',
    'member',
    'GET',
    '/v1/members/me/access-copy',
  ),
  /** The same as a file to keep, further back. */
  downloadAccessCopy: defineRoute<{}, AccessCopy>(
    'privacy.downloadAccessCopy',
    'member',
    'GET',
    '/v1/members/me/access-copy/file',
  ),
  /** A file of everything, made in the background. The id is made on the phone: asking again changes nothing. */
  orderCopy: defineRoute<{ params: { orderId: string }; body: OrderCopy }, CopyOrder>(
    'privacy.orderCopy',
    'member',
    'PUT',
    '/v1/members/me/copy-orders/:orderId',
  ),
  listCopyOrders: defineRoute<{}, CopyOrders>(
    'privacy.listCopyOrders',
    'member',
    'GET',
    '/v1/members/me/copy-orders',
  ),
  linkCopyOrder: defineRoute<{ params: { orderId: string } }, CopyLink>(
    'privacy.linkCopyOrder',
    'member',
    'POST',
    '/v1/members/me/copy-orders/:orderId/links',
  ),
  listConclusions: defineRoute<{}, ConclusionList>(
    'privacy.listConclusions',
    'member',
    'GET',
    '/v1/members/me/conclusions',
  ),
  /** Refuses one or allows it again; saying the same again changes nothing. */
  decideConclusion: defineRoute<
    { params: { conclusion: Conclusion }; body: DecideConclusion },
    ConclusionList
  >('privacy.decideConclusion', 'member', 'PUT', '/v1/members/me/conclusions/:conclusion'),
} as const;
