import { z } from 'zod';
import type { MiniProgram } from './mini-programs.ts';
import { ACCOUNT_PATTERN } from './phone-accounts.ts';
import type { World } from './world.ts';

/** Who holds the phone, and in which app; the demo firm's when no app is named. */
export const PersonOnPhone = z.object({
  account: z.string().regex(ACCOUNT_PATTERN),
  appId: z.string().optional(),
});

export interface Person {
  readonly app: MiniProgram;
  readonly account: string;
  readonly openid: string;
}

/** The person a phone route speaks of; null when the app is none of the box. */
export function personOn(world: World, given: z.infer<typeof PersonOnPhone>): Person | null {
  const app =
    given.appId === undefined
      ? world.miniPrograms[0]
      : world.miniPrograms.find(({ appId }) => appId === given.appId);
  if (app === undefined) return null;
  return { app, account: given.account, openid: `${app.openidPrefix}${given.account}` };
}

/** The account behind an openid of this app; null for an openid of another app or of nobody. */
export function accountOf(app: MiniProgram, openid: unknown): string | null {
  if (typeof openid !== 'string' || !openid.startsWith(app.openidPrefix)) return null;
  const account = openid.slice(app.openidPrefix.length);
  return ACCOUNT_PATTERN.test(account) ? account : null;
}
