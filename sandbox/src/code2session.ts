import type { LoginCodes } from './login-codes.ts';
import type { MiniProgram } from './mini-programs.ts';
import type { MinuteQuota } from './minute-quota.ts';

export const CALLS_PER_USER_MINUTE = 100;

/** The query as it arrives; a repeated parameter counts as missing. */
export interface Code2SessionQuery {
  readonly appid: string | null;
  readonly secret: string | null;
  readonly js_code: string | null;
  readonly grant_type: string | null;
}

export type Code2SessionAnswer =
  | {
      readonly kind: 'session';
      readonly account: string;
      readonly openid: string;
      readonly sessionKey: string;
      readonly unionid: string | null;
    }
  | {
      readonly kind: 'refused';
      readonly account: string | null;
      readonly errcode: number;
      readonly errmsg: string;
    };

const refused = (errcode: number, errmsg: string, account: string | null = null): Code2SessionAnswer => ({
  kind: 'refused',
  account,
  errcode,
  errmsg,
});

/** Decides one call in the order WeChat does: parameters, the app, the code, the person's quota. */
export function code2Session(
  query: Code2SessionQuery,
  world: {
    readonly miniPrograms: readonly MiniProgram[];
    readonly codes: LoginCodes;
    readonly quota: MinuteQuota;
    readonly now: number;
  },
): Code2SessionAnswer {
  if (query.appid === null) return refused(41002, 'appid missing');
  if (query.secret === null) return refused(41004, 'appsecret missing');
  if (query.js_code === null) return refused(41008, 'code missing');
  if (query.grant_type !== 'authorization_code') return refused(40002, 'invalid grant_type');
  const app = world.miniPrograms.find(({ appId }) => appId === query.appid);
  if (app === undefined) return refused(40013, 'invalid appid');
  if (app.appSecret !== query.secret) return refused(40125, 'invalid appsecret');
  const code = world.codes.find(query.js_code);
  if (code === null || code.appId !== app.appId) return refused(40029, 'invalid code');
  if (!world.quota.take(code.openid)) {
    return refused(45011, 'api minute-quota reach limit, must slower, retry next minute', code.account);
  }
  if (code.usedAt !== null) return refused(40163, 'code been used', code.account);
  if (world.codes.isExpired(code)) return refused(40029, 'invalid code', code.account);
  code.usedAt = world.now;
  return {
    kind: 'session',
    account: code.account,
    openid: code.openid,
    sessionKey: code.sessionKey,
    unionid: code.unionid,
  };
}
