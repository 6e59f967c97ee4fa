import { AppConsoles } from './app-console/app-consoles.ts';
import type { Clock } from './clock.ts';
import { Links } from './codes-and-links/links.ts';
import type { MiniProgram } from './mini-programs.ts';
import { PhoneCodes } from './open-data/phone-codes.ts';
import type { Randomness } from './randomness.ts';
import { AccessTokens } from './tokens/access-tokens.ts';
import { Quotas } from './wechat-api/quotas.ts';
import { demoGroups, Groups } from './world/groups.ts';

/** What WeChat's servers remember of mini-programs beyond logins. */
export interface MiniProgramSide {
  readonly tokens: AccessTokens;
  /** Calls of an API by app, in the minute and in the day. */
  readonly quotas: Quotas;
  readonly phoneCodes: PhoneCodes;
  readonly consoles: AppConsoles;
  readonly links: Links;
  /** The chats that cards of a mini-program lie in; the WeCom side reads the same ones. */
  readonly groups: Groups;
}

export function createMiniProgramSide(
  clock: Clock,
  randomness: Randomness,
  apps: readonly MiniProgram[],
): MiniProgramSide {
  return {
    tokens: new AccessTokens(clock, randomness),
    quotas: new Quotas(clock),
    phoneCodes: new PhoneCodes(clock, randomness),
    consoles: new AppConsoles(apps),
    links: new Links(clock, randomness),
    groups: new Groups(demoGroups),
  };
}
