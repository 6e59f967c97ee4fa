import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { createTestApp, createTestPlace, describeOnEngines, type TestApp } from '../../testing/index.ts';
import { openStandIn, type StandIn } from './testing/stand-in.ts';
import { WechatApi, WechatModule } from './index.ts';

const SEND = '/cgi-bin/message/subscribe/send';
const TOKEN = '/cgi-bin/stable_token';
const LINK = '/wxa/generate_urllink';
const message = {
  openid: 'o-1',
  templateId: 't-1',
  page: 'pages/feed/index?from=push',
  data: { thing1: '课程' },
};
const link = { path: 'pages/feed/index', query: 'k=1', days: 30 };
const refusal = (errcode: number) => ({ errcode, errmsg: 'no, rid: 6742aabb-1122aabb-33445566' });
const isDone = { url_link: 'https://wxaurl.cn/abc' };

describeOnEngines((engine) => {
  describe('what the server asks WeChat', () => {
    let wechat: StandIn;
    const nodes: TestApp[] = [];
    let place: Awaited<ReturnType<typeof createTestPlace>>;
    beforeAll(async () => {
      wechat = await openStandIn();
      place = await createTestPlace(engine);
      // A SQLite file has one process that writes.
      for (let node = 0; node < (engine === 'sqlite' ? 1 : 2); node += 1) {
        const env = { SANDBOX_URL: wechat.url, PLATFORM_REST_MS: '300', WECHAT_APP_SECRET: 'secret-secret' };
        nodes.push(await createTestApp({ engine, place, modules: [WechatModule], env }));
      }
    }, 30_000);
    afterAll(async () => {
      await Promise.all(nodes.map((node) => node.close()));
      await place.release();
      await wechat.close();
    });
    beforeEach(() => {
      wechat.calls.length = 0;
    });
    afterEach(() => {
      for (const path of [SEND, LINK]) wechat.answers.delete(path);
    });
    const api = (node = 0) => (nodes[node % nodes.length] as TestApp).app.get(WechatApi);
    const failure = async (asked: Promise<unknown>) =>
      asked.then(
        () => null,
        (error: unknown) => error as Record<string, unknown>,
      );

    it('E-05 200 callers at once, over all nodes, fetch one token, and none of them sees another fetch one', async () => {
      wechat.answers.set(LINK, [isDone]);
      await Promise.all(Array.from({ length: 200 }, (_, node) => api(node).generateUrlLink(link)));
      expect(wechat.callsOf(TOKEN)).toHaveLength(1);
      expect(wechat.callsOf(LINK)).toHaveLength(200);
      expect(wechat.callsOf(LINK).every(({ query }) => query.get('access_token') === 'token-1')).toBe(true);
      expect(wechat.callsOf(TOKEN)[0]?.body).toMatchObject({ force_refresh: false });
    });

    it.each([40001, 40014, 42001])(
      'E-05 after %i every node works with one new token, and each call was tried once more',
      async (code) => {
        const fresh = `token-after-${code}`;
        wechat.answers.set(TOKEN, [{ access_token: fresh, expires_in: 7_200 }]);
        wechat.answers.set(LINK, [refusal(code), isDone]);
        expect(await api().generateUrlLink(link)).toBe(isDone.url_link);
        await Promise.all(Array.from({ length: 20 }, (_, node) => api(node).generateUrlLink(link)));
        expect(wechat.callsOf(TOKEN)).toHaveLength(1);
        const used = wechat.callsOf(LINK).map(({ query }) => query.get('access_token'));
        // The other node learns of it by the refusal of its own, older one.
        expect(used.slice(1).filter((token) => token === fresh).length).toBeGreaterThanOrEqual(10);
        wechat.answers.set(LINK, [refusal(code)]);
        wechat.answers.set(TOKEN, [{ access_token: `${fresh}-again`, expires_in: 7_200 }]);
        wechat.calls.length = 0;
        expect(await failure(api().generateUrlLink(link))).toMatchObject({
          code,
          kind: 'refused',
          retryable: false,
        });
        expect(wechat.callsOf(LINK)).toHaveLength(2);
      },
    );

    it('E-05 a token that WeChat refuses and hands out again is not asked for without end', async () => {
      wechat.answers.set(TOKEN, [{ access_token: 'token-again', expires_in: 7_200 }]);
      wechat.answers.set(LINK, [refusal(40001)]);
      await failure(api().generateUrlLink(link));
      wechat.calls.length = 0;
      expect(await failure(api().generateUrlLink(link))).toMatchObject({ code: 40001, kind: 'refused' });
      expect(wechat.callsOf(LINK)).toHaveLength(2);
      expect(wechat.callsOf(TOKEN)).toHaveLength(1);
      wechat.answers.set(TOKEN, [{ access_token: 'token-at-last', expires_in: 7_200 }]);
      wechat.answers.set(LINK, [refusal(40001), isDone]);
      expect(await api().generateUrlLink(link)).toBe(isDone.url_link);
    });

    it.each([
      ['a refusal is final', refusal(43101), { code: 43101, kind: 'refused', retryable: false }],
      ['a busy platform did nothing', refusal(-1), { code: -1, kind: 'refused', retryable: true }],
      ['a quota did nothing', refusal(45009), { code: 45009, kind: 'refused', retryable: true }],
      [
        'a broken connection is unknown',
        'hang-up' as const,
        { code: 0, kind: 'unanswered', retryable: false },
      ],
      ['a page of a gateway is unknown', 502, { code: 0, kind: 'unanswered', retryable: false }],
    ])('E-05 a message is asked for once whatever comes back: %s', async (_, answer, expected) => {
      wechat.answers.set(SEND, [answer]);
      const error = await failure(api().subscribeSend(message));
      expect(error).toMatchObject({ name: 'WechatError', platform: 'wechat', api: SEND, ...expected });
      expect(wechat.callsOf(SEND)).toHaveLength(1);
      if (expected.kind === 'refused') expect(error?.['rid']).toBe('6742aabb-1122aabb-33445566');
      wechat.answers.set(SEND, [{ errcode: 0, msgid: 77 }]);
      expect(await api().subscribeSend(message)).toBe('77');
      expect(wechat.callsOf(SEND).at(-1)?.body).toMatchObject({
        touser: 'o-1',
        data: { thing1: { value: '课程' } },
      });
    });

    it('E-05 a question is asked again after a while when nobody knows whether it was heard', async () => {
      wechat.answers.set(LINK, ['hang-up', refusal(-1), isDone]);
      expect(await api().generateUrlLink(link)).toBe(isDone.url_link);
      expect(wechat.callsOf(LINK)).toHaveLength(3);
      wechat.answers.set(LINK, [502]);
      expect(await failure(api().generateUrlLink(link))).toMatchObject({ kind: 'unanswered', code: 0 });
      expect(wechat.callsOf(LINK)).toHaveLength(6);
      wechat.answers.set(LINK, [isDone]);
      await api().generateUrlLink(link);
    });

    it('E-05 a platform that failed five times is left alone, and asked again after a while', async () => {
      wechat.answers.set(SEND, ['hang-up']);
      for (let each = 0; each < 5; each += 1) await failure(api().subscribeSend(message));
      expect(await failure(api().subscribeSend(message))).toMatchObject({ kind: 'away', retryable: true });
      expect(wechat.callsOf(SEND)).toHaveLength(5);
      const metrics = await (await fetch(`${(nodes[0] as TestApp).url}/metrics`)).text();
      expect(metrics).toContain('siyu_platform_rests{platform="wechat"} 1');
      wechat.answers.set(SEND, [{ errcode: 0 }]);
      const until = Date.now() + 5_000;
      while ((await failure(api().subscribeSend(message))) !== null && Date.now() < until)
        await new Promise((resolve) => setTimeout(resolve, 50));
      expect(wechat.callsOf(SEND)).toHaveLength(6);
    });

    it('E-05 a picture is its bytes, and a refusal in its place is a refusal', async () => {
      const bytes = Buffer.from('89504e470d0a1a0a', 'hex');
      wechat.answers.set('/wxa/getwxacodeunlimit', [bytes, refusal(41030)]);
      const code = { scene: 'k=abc', page: 'pages/feed/index' };
      expect(await api().getUnlimitedCode(code)).toEqual(bytes);
      expect(await failure(api().getUnlimitedCode(code))).toMatchObject({ code: 41030, kind: 'refused' });
    });

    it('REQ-SEC-6 E-05 neither token nor secret is in what is kept or thrown', async () => {
      const [row] = await (nodes[0] as TestApp).database.read.query('SELECT * FROM platform_tokens');
      expect(JSON.stringify(row)).not.toContain('token-');
      wechat.answers.set(SEND, ['hang-up']);
      expect(JSON.stringify(await failure(api().subscribeSend(message)))).not.toMatch(
        /token-|secret-secret|o-1/,
      );
    });
  });
});
