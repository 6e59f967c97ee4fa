import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { AccessCopy } from '@siyu/shared/contracts/privacy';
import {
  NoticeDetail,
  NoticeRows,
  NoticeSettings,
  type SentNotice,
  SentNotices,
} from '@siyu/shared/contracts/notifications';
import { AppModule } from '../app.module.ts';
import { WechatLogin } from '../foundation/wechat/index.ts';
import { openStandIn, type StandIn } from '../foundation/wechat/testing/stand-in.ts';
import { Jobs } from '../platform/jobs/index.ts';
import { ExternalIds, Identity } from '../records/identity/index.ts';
import {
  type Call,
  contentFirm,
  type ContentFirm,
  draft,
  publish,
} from '../services/content/testing/content-firm.ts';
import { dayOf } from './daily-life.ts';
import { createTestApp, describeOnEngines, type TestApp } from './index.ts';
import { tellChoices } from './told-by-wechat.ts';

const SEND = '/cgi-bin/message/subscribe/send';
const TOKEN = '/cgi-bin/stable_token';
const LESSON = 'sbx-new-lesson';
const LINKED = 'sbx-account-linked';
const PUSH_TOKEN = 'pushtoken8';
const JOBS = [
  'outbox:lesson-reminders',
  'outbox:notifications-popup',
  'outbox:notifications-change',
  'notice-rounds',
  'platform-sends',
];
const wechat = {
  provide: WechatLogin,
  useValue: {
    code2Session: (code: string) => Promise.resolve({ openid: code, unionid: null, sessionKey: 'key' }),
  },
};

describeOnEngines((engine) => {
  let app: TestApp;
  let platform: StandIn;
  let firm: ContentFirm;
  let operator: Call;
  let reviewer: Call;
  let at = 0;
  const settle = async () => {
    const jobs = app.app.get(Jobs);
    for (const name of JOBS) {
      jobs.wake(name);
      await jobs.idle();
    }
  };
  const settingsOf = async (member: Call, kind: string) =>
    NoticeSettings.parse((await member('GET', '/v1/notices/settings')).body).settings.find(
      (setting) => setting.kind === kind,
    );
  const accept = async (member: Call, ...templateIds: string[]) => {
    const answers = templateIds.map((templateId) => ({ templateId, answer: 'accept' }));
    return member('POST', '/v1/notices/answers', {
      answerId: `01930000-0000-7000-8000-${String((at += 1)).padStart(12, '0')}`,
      answers,
    });
  };
  const wish = (member: Call, kind: string, subject: string, isWished = true) =>
    member('PUT', `/v1/notices/wishes/${kind}`, { subject, isWished });
  const sentTo = (openid: string) =>
    platform.callsOf(SEND).filter(({ body }) => Reflect.get(Object(body), 'touser') === openid);
  const told = async (member: Call): Promise<SentNotice[]> =>
    SentNotices.parse((await member('GET', '/v1/notices')).body).notices;
  /** What WeChat tells of somebody's window or settings, signed as it signs. */
  const push = async (openid: string, event: 'popup' | 'change', ...choices: ('accept' | 'reject')[]) => {
    const told = { openid, event, templateId: LESSON, choices, at: (at += 1) };
    expect(await tellChoices(app, PUSH_TOKEN, told)).toBe(200);
    await settle();
  };
  const teach = (pathCode: string, title: string, position: number) =>
    publish(operator, reviewer, draft({ pathCode, pathTitle: '理财第一步', title, position }));

  beforeAll(async () => {
    platform = await openStandIn();
    app = await createTestApp({
      engine,
      modules: [AppModule],
      overrides: [wechat],
      env: { SANDBOX_URL: platform.url, WECHAT_PUSH_TOKEN: PUSH_TOKEN, PLATFORM_REST_MS: '200' },
    });
    firm = contentFirm(app);
    operator = await firm.staff('operator', ['operator']);
    reviewer = await firm.staff('compliance', ['compliance']);
  }, 60_000);
  afterAll(async () => {
    await app.close();
    await platform.close();
  });

  it('E-10 the next lesson of a path goes to who asked for it, once each, and to nobody else', async () => {
    await teach('first-path', '第一课：起步', 1);
    const [asked, allowed] = [await firm.member('wants'), await firm.member('does-not-want')];
    expect(await wish(asked, 'NEW_LESSON', 'no-such-path')).toMatchObject({ status: 404 });
    await accept(asked, LESSON, 'somebody-elses-template');
    await accept(allowed, LESSON);
    expect((await wish(asked, 'NEW_LESSON', 'first-path')).status).toBe(200);
    expect(await settingsOf(asked, 'NEW_LESSON')).toMatchObject({
      messagesLeft: 1,
      wishes: [{ subject: 'first-path', title: '理财第一步' }],
    });
    const lessonId = await teach('first-path', '先把家里的钱分成三份，再决定每一份放在哪里', 2);
    await settle();
    expect(sentTo('wants').map(({ body }) => body)).toEqual([
      expect.objectContaining({
        template_id: LESSON,
        page: `lesson/read/index?lessonId=${lessonId}`,
        data: {
          thing1: { value: '理财第一步' },
          thing2: { value: '先把家里的钱分成三份，再决定每一份放在…' },
          time3: { value: '2026年11月24日 10:00' },
        },
      }),
    ]);
    expect(sentTo('does-not-want')).toEqual([]);
    expect((await settingsOf(asked, 'NEW_LESSON'))?.messagesLeft).toBe(0);
    // A third lesson finds no accept left: it is not sent, and the member reads why.
    await teach('first-path', '第三课：回看', 3);
    await settle();
    expect(sentTo('wants')).toHaveLength(1);
    const log = await told(asked);
    expect(log.map(({ state, reason }) => [state, reason])).toEqual([
      ['WITHHELD', 'notifications.none_left'],
      ['SENT', null],
    ]);
    expect(log[1]?.lines).toContain('课程：理财第一步');
    const copy = AccessCopy.parse((await asked('GET', '/v1/members/me/access-copy')).body);
    expect(copy.notices).toMatchObject({
      sent: { total: 2 },
      wishes: [{ title: '理财第一步' }],
      allowed: [{ templateId: LESSON, messagesLeft: 0 }],
    });
    expect(await told(allowed)).toEqual([]);
  }, 60_000);

  it('E-10 who turned it off, or withdrew, after it was planned is not told, and keeps the accept', async () => {
    await teach('second-path', '第一课：起步', 1);
    const member = await firm.member('changes-mind');
    await accept(member, LESSON);
    await wish(member, 'NEW_LESSON', 'second-path');
    // WeChat is busy: the message waits, planned.
    platform.answers.set(SEND, [{ errcode: -1, errmsg: 'system error' }, { errcode: 0 }]);
    await teach('second-path', '第二课：继续', 2);
    await settle();
    expect((await told(member)).map(({ state }) => state)).toEqual(['PLANNED']);
    await wish(member, 'NEW_LESSON', 'second-path', false);
    app.clock.advance(3_600_000);
    await settle();
    expect((await told(member)).map(({ state, reason }) => [state, reason])).toEqual([
      ['WITHHELD', 'notifications.turned_off'],
    ]);
    expect(sentTo('changes-mind')).toHaveLength(1);
    expect((await settingsOf(member, 'NEW_LESSON'))?.messagesLeft).toBe(1);
  }, 60_000);

  it('E-10 a refusal by WeChat empties what is left of the template, another failure gives it back', async () => {
    await teach('third-path', '第一课：起步', 1);
    const member = await firm.member('refused');
    for (let accepts = 0; accepts < 3; accepts += 1) await accept(member, LESSON);
    await wish(member, 'NEW_LESSON', 'third-path');
    platform.answers.set(SEND, [{ errcode: 41030, errmsg: 'invalid page' }]);
    await teach('third-path', '第二课：继续', 2);
    await settle();
    expect((await settingsOf(member, 'NEW_LESSON'))?.messagesLeft).toBe(3);
    platform.answers.set(SEND, [{ errcode: 43101, errmsg: 'user refuse to accept the msg' }]);
    await teach('third-path', '第三课：回看', 3);
    await settle();
    platform.answers.delete(SEND);
    expect((await settingsOf(member, 'NEW_LESSON'))?.messagesLeft).toBe(0);
    expect((await told(member)).map(({ reason }) => reason)).toEqual(['wechat.43101', 'wechat.41030']);
  }, 60_000);

  it('E-10 a person with two registrations is told once, and turns off what was asked for under either', async () => {
    await teach('fourth-path', '第一课：起步', 1);
    const [one, other] = [await firm.member('old-phone'), await firm.member('new-phone')];
    for (const member of [one, other]) {
      await accept(member, LESSON);
      await wish(member, 'NEW_LESSON', 'fourth-path');
    }
    const identity = app.app.get(Identity, { strict: false });
    const ids = app.app.get(ExternalIds, { strict: false });
    const issuer = app.config.wechat.appId;
    const numberOf = async (externalId: string) =>
      (await ids.findMember({ kind: 'wechat_openid', issuer, externalId }))?.memberNo ?? 0;
    const [from, into] = [await numberOf('old-phone'), await numberOf('new-phone')];
    await app.database.runInTransaction((tx) => identity.mergeMembers(tx, from, into));
    await teach('fourth-path', '第二课：继续', 2);
    await settle();
    expect([sentTo('old-phone').length, sentTo('new-phone').length]).toEqual([0, 1]);
    await wish(one, 'NEW_LESSON', 'fourth-path', false);
    expect((await settingsOf(other, 'NEW_LESSON'))?.wishes).toEqual([]);
  });

  it("E-10 WeChat's own events bring the accepts that a phone did not report, and a refusal in its settings ends them", async () => {
    const member = await firm.member('event-only');
    await push('event-only', 'popup', 'accept');
    expect((await settingsOf(member, 'NEW_LESSON'))?.messagesLeft).toBe(1);
    // The phone reports the same accept late.
    await accept(member, LESSON);
    expect((await settingsOf(member, 'NEW_LESSON'))?.messagesLeft).toBe(1);
    await push('event-only', 'popup', 'accept', 'reject', 'accept');
    await push('nobody-here', 'popup', 'accept');
    expect((await settingsOf(member, 'NEW_LESSON'))?.messagesLeft).toBe(3);
    await push('event-only', 'change', 'reject');
    expect((await settingsOf(member, 'NEW_LESSON'))?.messagesLeft).toBe(0);
  });

  it('E-10 the desk sees states and reasons with masked names, and a look at what was said is on record', async () => {
    const { rows, total, unknown } = NoticeRows.parse(
      (
        await operator(
          'GET',
          '/v1/console/notices?state=WITHHELD&kind=NEW_LESSON&reason=notifications.none_left',
        )
      ).body,
    );
    expect([total, unknown, rows.every(({ state }) => state === 'WITHHELD')]).toEqual([1, 0, true]);
    const [{ noticeId = '', member } = {}] = rows;
    const detail = NoticeDetail.parse((await reviewer('GET', `/v1/console/notices/${noticeId}`)).body);
    expect(detail.lines).toContain('课程：理财第一步');
    const looks = await app.database.read.query(
      "SELECT COUNT(*) AS n FROM audit_rows WHERE action = 'notifications.view_notice' AND subject_id = ?",
      [member?.memberId],
    );
    expect(Number(looks[0].n)).toBe(1);
    expect((await operator('GET', `/v1/console/notices/${noticeId.slice(0, -1)}z`)).status).toBe(400);
  });

  it('E-10 who asked for it learns that a securities account was linked to theirs', async () => {
    const [asked, other] = [await firm.member('careful'), await firm.member('careless')];
    await accept(asked, LINKED);
    await accept(other, LINKED);
    await wish(asked, 'ACCOUNT_LINKED', 'account');
    const identity = app.app.get(Identity, { strict: false });
    for (const [openid, customer] of [
      ['careful', 'core-1'],
      ['careless', 'core-2'],
    ] as const) {
      const issuer = app.config.wechat.appId;
      await app.database.runInTransaction(async (tx) => {
        const member = await identity.registerOrFind(tx, {
          kind: 'wechat_openid',
          issuer,
          externalId: openid,
        });
        await identity.grantConsents(tx, member.memberNo, ['SENSITIVE'], 'miniprogram');
        await identity.linkCoreCustomer(tx, 'system', member, customer, 'phone');
      });
    }
    await settle();
    expect(sentTo('careful')).toHaveLength(1);
    expect(sentTo('careless')).toEqual([]);
    expect((await told(asked))[0]).toMatchObject({ messageClass: 'SAFETY', state: 'SENT' });
  }, 60_000);

  it('E-05 with WeChat down the feed, events and lessons go on, and what is to be sent waits and then goes out once', async () => {
    const waiting = ['wait-0', 'wait-1', 'wait-2', 'wait-3'];
    const ask = async (path: string, openids: readonly string[]) => {
      for (const openid of openids) {
        const member = await firm.member(openid);
        await accept(member, LESSON);
        await wish(member, 'NEW_LESSON', path);
      }
    };
    for (const path of ['down-path', 'wait-path']) await teach(path, '第一课：起步', 1);
    await ask('down-path', ['down-0', 'down-1', 'down-2', 'down-3', 'down-4']);
    await ask('wait-path', waiting);
    const member = await firm.member('wait-0');
    for (const path of [SEND, TOKEN]) platform.answers.set(path, ['hang-up']);
    // Five calls that nobody answers, and WeChat is left alone.
    await teach('down-path', '第二课：继续', 2);
    await settle();
    const lessonId = await teach('wait-path', '第二课：继续', 2);
    await settle();
    const day = dayOf(member, lessonId, 77, app.clock.now());
    expect(await day).toEqual({ hasCards: true, lessonId, recorded: 2, right: 3 });
    expect([(await told(member))[0]?.state, waiting.flatMap(sentTo)]).toEqual(['PLANNED', []]);
    platform.answers.delete(SEND);
    platform.answers.set(TOKEN, [{ access_token: 'token-2', expires_in: 7_200 }]);
    const end = Date.now() + 5_000;
    while ((await told(member))[0]?.state !== 'SENT' && Date.now() < end) {
      app.clock.advance(1_000);
      await settle();
    }
    expect(waiting.map((openid) => sentTo(openid).length)).toEqual([1, 1, 1, 1]);
  }, 60_000);
});
