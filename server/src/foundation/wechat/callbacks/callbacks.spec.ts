import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { createTestApp, describeOnEngines, TEST_NOW, type TestApp } from '../../../testing/index.ts';
import { Jobs } from '../../../platform/jobs/index.ts';
import { PlatformCallbacks, type PlatformEvent, WechatModule } from '../index.ts';
import { signPush, type SignedPush, type Signer } from '../testing/sign-callback.ts';
import { isSigned, openCallback } from './callback-crypto.ts';
import { listOf } from './read-pushed.ts';

const AES_KEY = 'abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG';
const APP = 'wx5a11db0c000000aa';
const CORP = 'ww5a11db0c000000aa';
const wechat: Signer = { token: 'pushtoken1', aesKey: AES_KEY, receiver: APP };
const wecom: Signer = { token: 'corptoken1', aesKey: AES_KEY, receiver: CORP };
const env = {
  WECHAT_APP_ID: APP,
  WECHAT_PUSH_TOKEN: wechat.token,
  WECHAT_PUSH_AES_KEY: AES_KEY,
  WECOM_CORP_ID: CORP,
  WECOM_CONTACT_SECRET: 'secret-of-the-specs-1',
  WECOM_CALLBACK_TOKEN: wecom.token,
  WECOM_CALLBACK_AES_KEY: AES_KEY,
};
const seconds = (at: number) => Math.floor(at / 1_000);
const sentEvent = (msgId: string, createTime: number) => ({
  ToUserName: 'gh_1',
  FromUserName: 'o-1',
  CreateTime: createTime,
  MsgType: 'event',
  Event: 'subscribe_msg_sent_event',
  List: { TemplateId: 't-1', MsgID: msgId, ErrorCode: '0', ErrorStatus: 'success' },
});
const addedXml = (welcomeCode: string, createTime: number) =>
  `<xml><ToUserName><![CDATA[${CORP}]]></ToUserName><FromUserName><![CDATA[sys]]></FromUserName><CreateTime>${createTime}</CreateTime><MsgType><![CDATA[event]]></MsgType><Event><![CDATA[change_external_contact]]></Event><ChangeType><![CDATA[add_external_contact]]></ChangeType><ExternalUserID><![CDATA[wm-1]]></ExternalUserID><WelcomeCode><![CDATA[${welcomeCode}]]></WelcomeCode></xml>`;

describe('what a platform signed and encrypted', () => {
  it('E-07 the published vectors are signed and opened', () => {
    expect(isSigned('f464b24fc39322e44b38aa78f5edd27bd1441696', ['AAAAA', '1714036504', '1514711492'])).toBe(
      true,
    );
    expect(isSigned('f464b24fc39322e44b38aa78f5edd27bd1441697', ['AAAAA', '1714036504', '1514711492'])).toBe(
      false,
    );
    const encrypted =
      'jn1L23DB+6ELqJ+6bruv21Y6MD7KeIfP82D6gU39rmkgczbWwt5+3bnyg5K55bgVtVzd832WzZGMhkP72vVOfg==';
    expect(openCallback(AES_KEY, encrypted, 'wxb11529c136998cb6')).toBe('我是中文abcd123');
    expect(openCallback(AES_KEY, encrypted, 'wxb11529c136998cb7')).toBeNull();
    expect(openCallback(AES_KEY, encrypted.slice(4), 'wxb11529c136998cb6')).toBeNull();
  });

  it('E-07 a list is a list whether one came or several, in JSON and below its element in XML', () => {
    const entry = { TemplateId: 't' };
    const said = [{ List: entry }, { List: [entry] }, { SubscribeMsgSentEvent: { List: entry } }];
    for (const facts of said) expect(listOf(facts, 'SubscribeMsgSentEvent')).toEqual([entry]);
    expect(listOf({ List: [entry, entry] }, 'SubscribeMsgSentEvent')).toHaveLength(2);
    expect(listOf({}, 'SubscribeMsgSentEvent')).toEqual([]);
  });
});

describeOnEngines((engine) => {
  describe('callbacks', () => {
    let server: TestApp;
    let seen: { event: PlatformEvent; times: number }[] = [];
    let failures = 0;
    beforeAll(async () => {
      server = await createTestApp({ engine, modules: [WechatModule], env });
      const callbacks = server.app.get(PlatformCallbacks);
      const note = async (event: PlatformEvent) => {
        const known = seen.find((each) => each.event.eventId === event.eventId);
        if (known === undefined) seen.push({ event, times: 1 });
        else known.times += 1;
      };
      callbacks.on('wechat', 'wxa_media_check', 'spec-media', async (_, event) => {
        if (failures > 0) {
          failures -= 1;
          throw new Error('not yet');
        }
        await note(event);
      });
      callbacks.on('wecom', 'change_external_contact.add_external_contact', 'spec-added', (_, event) =>
        note(event),
      );
    }, 30_000);
    afterAll(() => server.close());
    beforeEach(() => {
      seen = [];
    });

    const send = (path: string, { query, body }: SignedPush) =>
      fetch(`${server.url}${path}?${new URLSearchParams(query).toString()}`, {
        method: 'POST',
        headers: { 'content-type': body.startsWith('<') ? 'text/xml' : 'application/json' },
        body,
      });
    const push = (push_: SignedPush) => send('/v1/wechat/push', push_);
    const handled = async () => {
      // Deliveries that failed are due again after a pause.
      server.clock.advance(1_000);
      const jobs = server.app.get(Jobs);
      for (const consumer of ['spec-media', 'spec-added', 'settle-subscribe-sends'])
        jobs.wake(`outbox:${consumer}`);
      await jobs.idle();
    };
    const now = () => seconds(server.clock.now());
    const media = (traceId: string, at: number) =>
      JSON.stringify({ ...sentEvent('1', at), Event: 'wxa_media_check', List: undefined, trace_id: traceId });
    const rows = async () => {
      const [row] = await server.database.read.query('SELECT COUNT(*) AS n FROM platform_events');
      return Number(row.n);
    };

    it('E-07 tells the platforms that the address is ours, and nobody else', async () => {
      const stamp = { timestamp: String(now()), nonce: 'n-echo' };
      const open = signPush({ token: wechat.token, receiver: APP }, '', now(), 'n-echo');
      const ask = (path: string, query: Record<string, string>) =>
        fetch(`${server.url}${path}?${new URLSearchParams(query).toString()}`);
      const right = await ask('/v1/wechat/push', { ...open.query, echostr: '8123' });
      expect([right.status, await right.text()]).toEqual([200, '8123']);
      expect(
        (await ask('/v1/wechat/push', { ...open.query, signature: 'f'.repeat(40), echostr: '8123' })).status,
      ).toBe(403);
      const sealed = signPush(wecom, 'echo-9', now(), 'n-echo');
      const echostr = String((JSON.parse(sealed.body) as { Encrypt: string }).Encrypt);
      const corp = await ask('/v1/wecom/callbacks', {
        ...stamp,
        msg_signature: sealed.query['msg_signature'] ?? '',
        echostr,
      });
      expect([corp.status, await corp.text()]).toEqual([200, 'echo-9']);
      expect((await ask('/v1/wecom/callbacks', { ...stamp, msg_signature: '', echostr })).status).toBe(403);
    });

    it('E-07 an event is taken once and handled once, however often and concurrently it comes', async () => {
      const text = media('trace-1', now());
      const before = await rows();
      const answers = await Promise.all(
        Array.from({ length: 20 }, () => push(signPush(wechat, text, now()))),
      );
      expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
      expect(await answers[0]?.text()).toBe('success');
      // The very same bytes again, as after an answer that got lost.
      const same = signPush(wechat, text, now());
      expect([(await push(same)).status, (await push(same)).status]).toEqual([200, 200]);
      await handled();
      expect(await rows()).toBe(before + 1);
      expect(seen.map(({ times }) => times)).toEqual([1]);
      expect(seen[0]?.event).toMatchObject({ type: 'wxa_media_check', facts: { trace_id: 'trace-1' } });
    });

    it('E-07 events in another order than they happened in are each handled once, with their own time', async () => {
      const at = [now(), now() - 60, now() - 30];
      for (const each of at) await push(signPush(wechat, media(`trace-at-${each}`, each), now()));
      await handled();
      expect(seen.map(({ event }) => event.happenedAt).sort()).toEqual(
        [...at].sort().map((each) => each * 1_000),
      );
    });

    it('E-07 XML of WeCom is read the same way, texts of digits stay texts', async () => {
      const added = addedXml('9007199254740993', now());
      for (let copy = 0; copy < 3; copy += 1)
        expect((await send('/v1/wecom/callbacks', signPush(wecom, added, now()))).status).toBe(200);
      await handled();
      expect(seen).toHaveLength(1);
      expect(seen[0]?.event.facts).toMatchObject({ WelcomeCode: '9007199254740993', ExternalUserID: 'wm-1' });
    });

    it('E-07 what fails in the handler is tried again, and the platform heard yes all the while', async () => {
      failures = 2;
      expect((await push(signPush(wechat, media('trace-fails', now()), now()))).status).toBe(200);
      await handled();
      await handled();
      await handled();
      expect(seen.map(({ times }) => times)).toEqual([1]);
    });

    it('E-07 whoever is not the platform is refused and leaves nothing behind', async () => {
      const text = media('trace-forged', now());
      const good = signPush(wechat, text, now());
      const before = await rows();
      const wrong: Record<string, SignedPush> = {
        'a signature that is not right': { ...good, query: { ...good.query, msg_signature: 'x'.repeat(40) } },
        'another token': signPush({ ...wechat, token: 'other' }, text, now()),
        'another key': signPush({ ...wechat, aesKey: AES_KEY.replace('a', 'b') }, text, now()),
        'another app': signPush({ ...wechat, receiver: 'wx0000000000000001' }, text, now()),
        'an open message though there is a key': signPush(
          { token: wechat.token, receiver: APP },
          text,
          now(),
        ),
        'five minutes ago': signPush(wechat, text, now() - 301),
        'five minutes from now': signPush(wechat, text, now() + 301),
        'no signature at all': { query: {}, body: text },
        'another body under a signature': {
          ...good,
          body: signPush(wechat, media('trace-other', now()), now()).body,
        },
        'no object': signPush(wechat, '[1]', now()),
      };
      for (const [name, each] of Object.entries(wrong))
        expect([name, (await push(each)).status]).toEqual([name, 403]);
      expect((await push({ ...good, body: '<a/>' })).status).toBe(403);
      // A recorded nonce with another message, signed with the right token.
      expect((await push(signPush(wechat, media('trace-a', now()), now(), 'n-once'))).status).toBe(200);
      expect((await push(signPush(wechat, media('trace-b', now()), now(), 'n-once'))).status).toBe(403);
      await handled();
      expect(await rows()).toBe(before + 1);
      expect(seen.map(({ event }) => event.facts['trace_id'])).toEqual(['trace-a']);
    });

    it('E-07 who is told of is encrypted in the row, and rows are gone after 30 days, signatures after half an hour', async () => {
      await push(signPush(wechat, media('trace-secret', now()), now()));
      const kept = await server.database.read.query('SELECT * FROM platform_events');
      expect(JSON.stringify(kept)).not.toMatch(/trace-secret|o-1"/);
      const jobs = server.app.get(Jobs);
      const purged = async (ms: number) => {
        server.clock.advance(ms);
        jobs.wake('purge-platform-events');
        await jobs.idle();
        const [nonces] = await server.database.read.query('SELECT COUNT(*) AS n FROM platform_nonces');
        return [await rows(), Number(nonces.n)];
      };
      expect(await purged(1_800_001)).toEqual([kept.length, 0]);
      expect((await purged(30 * 86_400_000))[0]).toBe(0);
      expect(server.clock.now()).toBeGreaterThan(TEST_NOW);
    });
  });
});
