import { accept, refuse, type Answer } from '../wechat-api/answers.ts';
import { accountsOf, type WechatApi } from '../wechat-api/wechat-api.ts';
import type { World } from '../world.ts';
import type { TokenGrant } from './access-tokens.ts';

const text = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null);

const answerTo = (grant: TokenGrant): Answer => {
  if (grant.kind === 'granted') return accept({ access_token: grant.token, expires_in: grant.expiresIn });
  return grant.kind === 'day_full'
    ? refuse(45009, 'reach max api daily quota limit')
    : refuse(45011, 'api minute-quota reach limit, must slower, retry next minute');
};

/** Both ways to an access_token. */
export function tokenRoutes(api: WechatApi, world: World): void {
  const forApp = (given: Readonly<Record<string, unknown>>, grant: (appId: string) => TokenGrant): Answer => {
    if (given['grant_type'] !== 'client_credential') return refuse(40002, 'invalid grant_type');
    const appId = text(given['appid']);
    if (appId === null) return refuse(41002, 'appid missing');
    const secret = text(given['secret']);
    if (secret === null) return refuse(41004, 'appsecret missing');
    const app = accountsOf(world).find((each) => each.appId === appId);
    if (app === undefined) return refuse(40013, 'invalid appid');
    if (app.appSecret !== secret) return refuse(40125, 'invalid appsecret');
    return answerTo(grant(appId));
  };
  api.open('GET', '/cgi-bin/token', 'token', ({ query }) =>
    forApp(query, (appId) => world.mini.tokens.plain(appId)),
  );
  api.open('POST', '/cgi-bin/stable_token', 'stable_token', ({ body }) =>
    forApp(body, (appId) => world.mini.tokens.stable(appId, body['force_refresh'] === true)),
  );
}
