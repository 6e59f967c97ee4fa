import type { AccessCopy } from './privacy.ts';
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
} as const;
