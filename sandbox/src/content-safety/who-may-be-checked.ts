import type { MiniProgram } from '../mini-programs.ts';
import { accountOf } from '../phone-person.ts';
import { refuse, type Answer } from '../wechat-api/answers.ts';
import type { World } from '../world.ts';

const VISIT_MS = 2 * 3_600_000;

/** The person a check is about must be one of this app and have been in it within two hours. */
export function refusalOfPerson(world: World, app: MiniProgram, openid: unknown): Answer | null {
  if (typeof openid !== 'string' || openid === '') return refuse(40003, 'invalid openid');
  if (accountOf(app, openid) === null) {
    const isOfAnother = world.miniPrograms.some((other) => accountOf(other, openid) !== null);
    return isOfAnother ? refuse(43104, 'appid not match openid') : refuse(40003, 'invalid openid');
  }
  const seen = world.codes.lastVisit(app.appId, openid);
  if (seen === null || world.clock.now() - seen > VISIT_MS) {
    return refuse(61010, 'code is expired, user has not visited in 2 hours');
  }
  return null;
}

/** 1 profile, 2 comment, 3 forum, 4 social log. */
export const isScene = (scene: unknown): boolean => [1, 2, 3, 4].some((known) => known === scene);
