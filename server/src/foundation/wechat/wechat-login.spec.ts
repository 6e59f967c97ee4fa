import { createServer, type Server } from 'node:http';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { loadConfig } from '../../platform/config/index.ts';
import { Logger } from '../../platform/logging/index.ts';
import { WechatLogin } from './wechat-login.ts';

const KEY = 'o0q0otL8aEzpcZL/FT9WsQ==';
const success = { openid: 'osbx-demo-1', session_key: KEY, unionid: 'u-1' };
const refusal = (errcode: number) => ({ errcode, errmsg: `no, rid: 00000000-00000000-00000000` });

describe('code2Session', () => {
  let server: Server;
  let queries: URLSearchParams[];
  let answers: unknown[];
  let logged: string;
  let login: WechatLogin;

  beforeEach(async () => {
    queries = [];
    answers = [];
    logged = '';
    server = createServer((request, response) => {
      queries.push(new URL(request.url ?? '', 'http://wechat').searchParams);
      const next = answers.shift();
      response
        .setHeader('content-type', 'text/plain')
        .end(typeof next === 'string' ? next : JSON.stringify(next));
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const address = server.address();
    const port = typeof address === 'object' && address !== null ? address.port : 0;
    const config = loadConfig({
      SANDBOX_URL: `http://127.0.0.1:${String(port)}`,
      WECHAT_APP_SECRET: 'secret-secret',
    });
    login = new WechatLogin(config, new Logger('debug', { write: (line) => (logged += line) }));
  });
  afterEach(async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });

  it('reads JSON sent as text and takes a missing errcode for success', async () => {
    answers = [success];
    const session = await login.code2Session('code-1');
    expect([session.openid, session.unionid, session.sessionKey]).toEqual(['osbx-demo-1', 'u-1', KEY]);
    expect(Object.fromEntries(queries[0] ?? [])).toEqual({
      appid: 'wx0000000000000000',
      secret: 'secret-secret',
      js_code: 'code-1',
      grant_type: 'authorization_code',
    });
  });

  it('takes errcode 0 for success and lives without a unionid', async () => {
    answers = [{ errcode: 0, openid: 'o', session_key: KEY }];
    expect((await login.code2Session('c')).unionid).toBeNull();
  });

  it('keeps the session key out of every serialisation of its answer', async () => {
    answers = [success];
    const session = await login.code2Session('c');
    expect(JSON.stringify({ ...session, session })).not.toContain(KEY);
    expect(logged).not.toContain(KEY);
  });

  it('asks a busy WeChat once more, and only once', async () => {
    answers = [refusal(-1), success];
    expect((await login.code2Session('c')).openid).toBe('osbx-demo-1');
    answers = [refusal(-1), refusal(-1), success];
    await expect(login.code2Session('c')).rejects.toMatchObject({ code: 'wechat.unavailable', status: 503 });
    expect(queries).toHaveLength(4);
  });

  it.each([40029, 40163])('tells the phone to fetch a new code after %i', async (errcode) => {
    answers = [refusal(errcode)];
    await expect(login.code2Session('c')).rejects.toMatchObject({ code: 'wechat.code_invalid', status: 401 });
    expect(queries).toHaveLength(1);
  });

  it.each([
    ['a wrong secret', refusal(40125)],
    ['a rate limit', refusal(45011)],
    ['a page instead of JSON', '<html>502</html>'],
    ['success without an openid', { errcode: 0, session_key: KEY }],
  ])('is unavailable after %s', async (_, answer) => {
    answers = [answer];
    await expect(login.code2Session('c')).rejects.toMatchObject({ code: 'wechat.unavailable', status: 503 });
    expect(logged).not.toContain('secret-secret');
    expect(logged).not.toContain(KEY);
  });

  it('is unavailable when nobody listens', async () => {
    await new Promise((resolve) => server.close(resolve));
    await expect(login.code2Session('c')).rejects.toMatchObject({ code: 'wechat.unavailable' });
  });
});
