import { defineRoute } from './route.ts';
import type {
  AdviserSession,
  DeskCode,
  OpenAdviserSession,
  OpenedPhone,
  OwnPhone,
  TiePhone,
} from './staff-phone.ts';

/** How an adviser's own phone comes to stand for the account at the desk, and how that ends. */
export const staffPhoneRoutes = {
  getOwnPhone: defineRoute<{}, OwnPhone>('staffPhone.getOwnPhone', 'staff', 'GET', '/v1/console/own-phone'),
  /** The code before it is worth nothing any more. */
  issueCode: defineRoute<{}, DeskCode>(
    'staffPhone.issueCode',
    'staff',
    'POST',
    '/v1/console/own-phone/codes',
  ),
  /** The phone is signed out with it, from its next request on. */
  endTie: defineRoute<{}, OwnPhone>('staffPhone.endTie', 'staff', 'DELETE', '/v1/console/own-phone'),
  tiePhone: defineRoute<{ body: TiePhone }, AdviserSession>(
    'staffPhone.tiePhone',
    'public',
    'POST',
    '/v1/adviser/phone',
  ),
  openSession: defineRoute<{ body: OpenAdviserSession }, OpenedPhone>(
    'staffPhone.openSession',
    'public',
    'POST',
    '/v1/adviser/sessions',
  ),
} as const;
