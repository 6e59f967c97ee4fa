import type { FinishAccountLink, SentLinkCode, StartAccountLink } from './account-link.ts';
import type { MemberProfile } from './identity.ts';
import { defineRoute } from './route.ts';

export const accountLinkRoutes = {
  startAccountLink: defineRoute<{ body: StartAccountLink }, SentLinkCode>(
    'identity.startAccountLink',
    'member',
    'POST',
    '/v1/members/me/account-link/codes',
  ),
  finishAccountLink: defineRoute<{ body: FinishAccountLink }, MemberProfile>(
    'identity.finishAccountLink',
    'member',
    'POST',
    '/v1/members/me/account-link',
  ),
} as const;
