import type {
  CalledContact,
  ElderQuery,
  ElderRows,
  NameTrustedContact,
  OwnProtection,
  RaiseSafetyNotice,
  SayBirthYear,
} from './elder.ts';
import { defineRoute } from './route.ts';

export const elderRoutes = {
  getOwn: defineRoute<{}, OwnProtection>('elder.getOwn', 'member', 'GET', '/v1/protection'),
  /** The earliest year that was ever said is the one that counts. */
  sayBirthYear: defineRoute<{ body: SayBirthYear }, OwnProtection>(
    'elder.sayBirthYear',
    'member',
    'PUT',
    '/v1/protection/birth-year',
  ),
  /** One at a time: a new one takes the place of the one before. */
  nameTrustedContact: defineRoute<{ body: NameTrustedContact }, OwnProtection>(
    'elder.nameTrustedContact',
    'member',
    'PUT',
    '/v1/protection/trusted-contact',
  ),
  forgetTrustedContact: defineRoute<{}, OwnProtection>(
    'elder.forgetTrustedContact',
    'member',
    'DELETE',
    '/v1/protection/trusted-contact',
  ),
  listElders: defineRoute<{ query: ElderQuery }, ElderRows>(
    'elder.listElders',
    'staff',
    'GET',
    '/v1/console/elder-members',
  ),
  /** Shows whom to call, and writes down that and why; never to sell. Takes an Idempotency-Key. */
  raiseSafetyNotice: defineRoute<
    { readonly params: { readonly memberId: string }; body: RaiseSafetyNotice },
    CalledContact
  >('elder.raiseSafetyNotice', 'staff', 'POST', '/v1/console/elder-members/:memberId/safety-notices'),
} as const;
