import type { CloseAccount, ClosedAccount } from './account-closing.ts';
import { defineRoute } from './route.ts';

export const accountClosingRoutes = {
  /** The id is made on the phone: asking again with it finds the account closed, under whatever session. */
  closeAccount: defineRoute<{ params: { closingId: string }; body: CloseAccount }, ClosedAccount>(
    'identity.closeAccount',
    'member',
    'PUT',
    '/v1/members/me/account-closings/:closingId',
  ),
} as const;
