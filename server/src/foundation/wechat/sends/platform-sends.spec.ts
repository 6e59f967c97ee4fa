import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Jobs } from '../../../platform/jobs/index.ts';
import { createTestApp, describeOnEngines, type TestApp } from '../../../testing/index.ts';
import {
  PlatformCallbacks,
  PlatformSends,
  type SendOutcome,
  SubscribeSends,
  WechatModule,
} from '../index.ts';
import { openStandIn, type StandIn } from '../testing/stand-in.ts';
import { signPush } from '../testing/sign-callback.ts';
import { pauseAfter } from './send-pauses.ts';

const SEND = '/cgi-bin/message/subscribe/send';
const APP = 'wx5a11db0c000000aa';
const TOKEN = 'pushtoken1';
const message = (openid: string) => ({ openid, templateId: 't-1', data: { thing1: '课程' } });
const refusal = (errcode: number) => ({ errcode, errmsg: 'no, rid: 6742aabb-1122aabb-33445566' });

describe('the pause before a message is tried again', () => {
  it('E-05 grows, is never the same for all, and is long after a quota', () => {
    const pauses = [1, 2, 3, 20, 200].map((attempts) => pauseAfter({ code: -1 }, attempts, 1));
    expect(pauses).toEqual([1_000, 2_000, 4_000, 60_000, 60_000]);
    expect(pauseAfter({ code: -1 }, 1, 0)).toBe(500);
    expect(pauseAfter({ code: 45009 }, 1, 1)).toBe(30_000);
    expect(pauseAfter({ code: 45009 }, 200, 1)).toBe(900_000);
  });
});

describeOnEngines((engine) => {
  describe('sends', () => {
    let wechat: StandIn;
    let server: TestApp;
    let outcomes: (SendOutcome & { key: string })[] = [];
    let cannotNote = 0;
    let admission: Awaited<ReturnType<NonNullable<Parameters<SubscribeSends['use']>[0]['admit']>>> = null;
    beforeAll(async () => {
      wechat = await openStandIn();
      const env = {
        SANDBOX_URL: wechat.url,
        WECHAT_APP_ID: APP,
        WECHAT_PUSH_TOKEN: TOKEN,
        PLATFORM_REST_MS: '1500',
      };
      server = await createTestApp({ engine, modules: [WechatModule], env });
      server.app.get(SubscribeSends).use({
        admit: async () => admission,
        settled: async (_, { businessKey }, outcome) => {
          if ((cannotNote -= 1) >= 0) throw new Error('no room to note it');
          outcomes.push({ ...outcome, key: businessKey });
        },
      });
    }, 30_000);
    afterAll(async () => {
      await server.close();
      await wechat.close();
    });
    beforeEach(() => {
      wechat.calls.length = 0;
      outcomes = [];
    });
    afterEach(() => {
      wechat.answers.delete(SEND);
      admission = null;
    });

    const plan = (key: string, rest: { notAfter?: number; openid?: string } = {}) =>
      server.database.runInTransaction((tx) =>
        server.app.get(SubscribeSends).plan(
          tx,
          {
            businessKey: key,
            memberNo: null,
            ...(rest.notAfter !== undefined && { notAfter: rest.notAfter }),
          },
          message(rest.openid ?? `o-${key}`),
        ),
      );
    const turn = async (ms = 0) => {
      server.clock.advance(ms);
      server.app.get(Jobs).wake('platform-sends');
      await server.app.get(Jobs).idle();
    };
    const row = async (key: string): Promise<Record<string, unknown>> => {
      const [found] = await server.database.read.query(
        'SELECT * FROM platform_sends WHERE business_key = ?',
        [key],
      );
      return found;
    };
    const sendsTo = (openid: string) =>
      wechat.callsOf(SEND).filter(({ body }) => (body as { touser: string }).touser === openid);

    it('E-06 a message is planned once by its key, sent once, and its words are gone afterwards', async () => {
      wechat.answers.set(SEND, [{ errcode: 0, msgid: 4711 }]);
      const plans = await Promise.all(Array.from({ length: 20 }, () => plan('once')));
      expect(plans.filter(({ isNew }) => isNew)).toHaveLength(1);
      expect(new Set(plans.map(({ sendId }) => sendId)).size).toBe(1);
      await turn();
      expect(sendsTo('o-once')).toHaveLength(1);
      expect(await row('once')).toMatchObject({
        state: 'SENT',
        platform_id: '4711',
        message: null,
        settled_by: 'ANSWER',
      });
      expect(outcomes.map(({ key, state }) => [key, state])).toEqual([['once', 'SENT']]);
      await server.database
        .runInTransaction(async (tx) => {
          await server.app
            .get(PlatformSends)
            .plan(tx, { channel: 'wechat.subscribe', businessKey: 'undone', memberNo: null, message: {} });
          throw new Error('rolled back');
        })
        .catch(() => undefined);
      await turn();
      expect(await row('undone')).toBeUndefined();
    });

    it('E-06 what WeChat refuses is at its end; a busy WeChat or a quota is asked again later, and sent once', async () => {
      wechat.answers.set(SEND, [refusal(43101)]);
      await plan('refused');
      await turn();
      expect(await row('refused')).toMatchObject({
        state: 'FAILED',
        error_code: 'wechat.43101',
        rid: '6742aabb-1122aabb-33445566',
        message: null,
      });
      wechat.answers.set(SEND, [refusal(-1), refusal(45009), { errcode: 0 }]);
      await plan('later');
      await turn();
      expect(await row('later')).toMatchObject({ state: 'PLANNED', attempts: 1, error_code: 'wechat.-1' });
      await turn(2_000);
      expect(await row('later')).toMatchObject({ state: 'PLANNED', attempts: 2, error_code: 'wechat.45009' });
      await turn(2_000);
      expect(sendsTo('o-later')).toHaveLength(2);
      await turn(900_000);
      expect(await row('later')).toMatchObject({ state: 'SENT', attempts: 3, error_code: null });
    });

    it('E-06 one that nobody answered is unknown, counted, kept encrypted, and never sent again by itself', async () => {
      wechat.answers.set(SEND, ['hang-up', { errcode: 0 }]);
      await plan('unknown');
      await turn();
      for (let each = 0; each < 3; each += 1) await turn(3_600_000);
      expect(sendsTo('o-unknown')).toHaveLength(1);
      const kept = await row('unknown');
      expect(kept).toMatchObject({ state: 'UNKNOWN', error_code: 'sends.unanswered', settled_at: null });
      expect(kept['message']).not.toBeNull();
      expect(JSON.stringify(kept)).not.toContain('o-unknown');
      const metrics = await (await fetch(`${server.url}/metrics`)).text();
      expect(metrics).toContain('siyu_platform_sends{state="UNKNOWN"} 1');
      expect(outcomes.map(({ state }) => state)).toEqual(['UNKNOWN']);
    });

    it("E-06 WeChat's own event settles an unknown one once, and never another one", async () => {
      const push = async (openid: string, msgId: string, code = '0') => {
        const seconds = Math.floor(server.clock.now() / 1_000);
        const event = {
          FromUserName: openid,
          CreateTime: seconds,
          MsgType: 'event',
          Event: 'subscribe_msg_sent_event',
          List: [{ TemplateId: 't-1', MsgID: msgId, ErrorCode: code, ErrorStatus: 'x' }],
        };
        const { query, body } = signPush({ token: TOKEN, receiver: APP }, JSON.stringify(event), seconds);
        const answer = await fetch(`${server.url}/v1/wechat/push?${new URLSearchParams(query).toString()}`, {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body,
        });
        expect(answer.status).toBe(200);
        await server.app.get(Jobs).idle();
      };
      wechat.answers.set(SEND, ['hang-up', 'hang-up', { errcode: 0, msgid: 'm-3' }]);
      for (const key of ['lost-1', 'lost-2', 'known-3']) {
        await plan(key, { openid: 'o-lost' });
        await turn();
      }
      // The event of the one that was answered is about that one.
      await push('o-lost', 'm-3');
      expect([(await row('lost-1'))['state'], (await row('lost-2'))['state']]).toEqual([
        'UNKNOWN',
        'UNKNOWN',
      ]);
      await push('o-lost', 'm-1');
      await push('o-lost', 'm-1');
      await push('o-other', 'm-9');
      expect(await row('lost-1')).toMatchObject({
        state: 'SENT',
        settled_by: 'EVENT',
        platform_id: 'm-1',
        message: null,
      });
      expect(await row('lost-2')).toMatchObject({ state: 'UNKNOWN' });
      await push('o-lost', 'm-2', '43101');
      expect(await row('lost-2')).toMatchObject({ state: 'FAILED', error_code: 'wechat.43101' });
    });

    it('E-05 with WeChat away messages wait where they are, and go out once each when it is back', async () => {
      wechat.answers.set(SEND, ['hang-up']);
      const keys = Array.from({ length: 5 }, (_, each) => `away-${each}`);
      for (const key of keys) await plan(key);
      await turn();
      wechat.answers.set(SEND, [{ errcode: 0 }]);
      const waiting = Array.from({ length: 30 }, (_, each) => `waits-${each}`);
      for (const key of waiting) await plan(key);
      await turn();
      const states = await Promise.all(waiting.map(async (key) => (await row(key))['state']));
      expect(new Set(states)).toEqual(new Set(['PLANNED']));
      expect(waiting.flatMap((key) => sendsTo(`o-${key}`))).toHaveLength(0);
      const until = Date.now() + 5_000;
      while ((await row('waits-29'))['state'] !== 'SENT' && Date.now() < until) await turn(1_000);
      const counts = await Promise.all(
        waiting.map(async (key) => [(await row(key))['state'], sendsTo(`o-${key}`).length]),
      );
      expect(counts.filter(([state, calls]) => state !== 'SENT' || calls !== 1)).toEqual([]);
    });

    it('E-06 a message is withheld for a reason, waits until it may go, and is of no use too late', async () => {
      admission = { withhold: 'notifications.over_budget' };
      await plan('withheld');
      await turn();
      expect(await row('withheld')).toMatchObject({
        state: 'WITHHELD',
        error_code: 'notifications.over_budget',
        message: null,
      });
      admission = { postponeTo: server.clock.now() + 60_000 };
      await plan('postponed');
      await turn();
      expect(await row('postponed')).toMatchObject({ state: 'PLANNED' });
      await turn(30_000);
      admission = null;
      await turn(1_000);
      expect(wechat.callsOf(SEND)).toHaveLength(0);
      await turn(60_000);
      expect(await row('postponed')).toMatchObject({ state: 'SENT' });
      wechat.answers.set(SEND, [refusal(-1)]);
      await plan('late', { notAfter: server.clock.now() + 500 });
      await turn();
      await turn(5_000);
      expect(await row('late')).toMatchObject({ state: 'WITHHELD', error_code: 'sends.too_late' });
      expect(sendsTo('o-late')).toHaveLength(1);
      const withdrawn = await plan('withdrawn');
      expect(withdrawn.isNew).toBe(true);
    });

    it('E-06 a call whose owner ended is unknown at once for the next owner', async () => {
      wechat.answers.set(SEND, [{ errcode: 0 }]);
      await server.database.runInTransaction(({ manager }) =>
        manager.query(
          `INSERT INTO platform_sends (send_id, channel, business_key, state, planned_at, next_at, attempts, fence, sending_at)
           VALUES ('01900000-0000-7000-8000-00000000000e', 'wechat.subscribe', 'orphan', 'SENDING', 0, 0, 1, 0, 0)`,
        ),
      );
      await turn();
      expect(await row('orphan')).toMatchObject({ state: 'UNKNOWN', error_code: 'sends.process_ended' });
      expect(server.app.get(PlatformCallbacks)).toBeDefined();
    });

    it('E-06 a call whose answer could not be written down is unknown at the next turn of the same owner', async () => {
      wechat.answers.set(SEND, [{ errcode: 0 }]);
      cannotNote = 1;
      await plan('unnoted');
      await turn();
      await turn(1_000);
      expect(await row('unnoted')).toMatchObject({ state: 'UNKNOWN' });
      expect(sendsTo('o-unnoted')).toHaveLength(1);
    });
  });
});
