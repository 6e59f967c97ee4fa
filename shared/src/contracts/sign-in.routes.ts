import { defineRoute } from './route.ts';
import type {
  BeginSecondFactor,
  ChangePassword,
  ConfirmSecondFactor,
  RecoveryCodes,
  SecondFactorSecret,
  SecondFactorState,
} from './sign-in.ts';
import type { StaffSessionRows } from './staff.ts';

/** What each of the staff does about the own sign-in. */
export const signInRoutes = {
  listOwnSessions: defineRoute<{}, StaffSessionRows>(
    'signIn.listOwnSessions',
    'staff',
    'GET',
    '/v1/console/sessions',
  ),
  endOwnSession: defineRoute<{ params: { sessionId: string } }, StaffSessionRows>(
    'signIn.endOwnSession',
    'staff',
    'DELETE',
    '/v1/console/sessions/:sessionId',
  ),
  endOtherSessions: defineRoute<{}, StaffSessionRows>(
    'signIn.endOtherSessions',
    'staff',
    'DELETE',
    '/v1/console/sessions/others',
  ),
  changePassword: defineRoute<{ body: ChangePassword }, void>(
    'signIn.changePassword',
    'staff',
    'PUT',
    '/v1/console/password',
  ),
  getSecondFactor: defineRoute<{}, SecondFactorState>(
    'signIn.getSecondFactor',
    'staff',
    'GET',
    '/v1/console/second-factor',
  ),
  beginSecondFactor: defineRoute<{ body: BeginSecondFactor }, SecondFactorSecret>(
    'signIn.beginSecondFactor',
    'staff',
    'POST',
    '/v1/console/second-factor',
  ),
  confirmSecondFactor: defineRoute<{ body: ConfirmSecondFactor }, RecoveryCodes>(
    'signIn.confirmSecondFactor',
    'staff',
    'POST',
    '/v1/console/second-factor/confirmation',
  ),
} as const;
