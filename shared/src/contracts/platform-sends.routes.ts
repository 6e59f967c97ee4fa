import type { PlatformSendQuery, PlatformSendRow, PlatformSendRows, ResolveSend } from './platform-sends.ts';
import { defineRoute } from './route.ts';

interface ById {
  readonly params: { readonly sendId: string };
}

export const platformSendsRoutes = {
  listSends: defineRoute<{ query: PlatformSendQuery }, PlatformSendRows>(
    'sends.listSends',
    'staff',
    'GET',
    '/v1/console/platform-sends',
  ),
  getSend: defineRoute<ById, PlatformSendRow>(
    'sends.getSend',
    'staff',
    'GET',
    '/v1/console/platform-sends/:sendId',
  ),
  /** Of an unknown one: what became of it. The same again has no further effect. */
  resolveSend: defineRoute<ById & { body: ResolveSend }, PlatformSendRow>(
    'sends.resolveSend',
    'staff',
    'POST',
    '/v1/console/platform-sends/:sendId/resolve',
  ),
} as const;
