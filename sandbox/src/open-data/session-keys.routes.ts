import { createHmac } from 'node:crypto';
import { accept, refuse, type Answer } from '../wechat-api/answers.ts';
import type { Call, WechatApi } from '../wechat-api/wechat-api.ts';
import type { World } from '../world.ts';

/** Over which text the platform signs here; the key is the session_key as the text it was received as. */
const EMPTY = '';

/** `signature` of checkSessionKey: HMAC-SHA256 with the base64 text itself as key, not with the bytes behind it. */
export function sessionSignature(sessionKey: string, message: string): string {
  return createHmac('sha256', sessionKey).update(message).digest('hex');
}

/** checkSessionKey and resetUserSessionKey. */
export function sessionKeyRoutes(api: WechatApi, world: World): void {
  const signed = ({ app, query }: Call, proceed: (openid: string) => Answer): Answer => {
    if (query['sig_method'] !== 'hmac_sha256') return refuse(87008, 'invalid sig_method');
    const openid = query['openid'] ?? '';
    if (!openid.startsWith(app.openidPrefix)) return refuse(40003, 'invalid openid');
    const key = world.codes.currentKey(app.appId, openid);
    if (key === null || query['signature'] !== sessionSignature(key, EMPTY)) {
      return refuse(87009, 'invalid signature');
    }
    return proceed(openid);
  };
  api.withToken('GET', '/wxa/checksession', 'checksession', (call) =>
    signed(call, () => accept({ errcode: 0, errmsg: 'ok' })),
  );
  api.withToken('GET', '/wxa/resetusersessionkey', 'resetusersessionkey', (call) =>
    signed(call, (openid) =>
      accept({
        errcode: 0,
        errmsg: 'ok',
        openid,
        session_key: world.codes.resetKey(call.app.appId, openid) ?? '',
      }),
    ),
  );
}
