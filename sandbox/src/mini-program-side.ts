import type { Clock } from './clock.ts';
import type { Randomness } from './randomness.ts';
import { AccessTokens } from './tokens/access-tokens.ts';
import { demoGroups, Groups } from './world/groups.ts';

/** What WeChat's servers remember of mini-programs beyond logins. */
export interface MiniProgramSide {
  readonly tokens: AccessTokens;
  /** The chats that cards of a mini-program lie in; the WeCom side reads the same ones. */
  readonly groups: Groups;
}

export function createMiniProgramSide(clock: Clock, randomness: Randomness): MiniProgramSide {
  return { tokens: new AccessTokens(clock, randomness), groups: new Groups(demoGroups) };
}
