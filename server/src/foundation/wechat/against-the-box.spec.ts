import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { demoMiniProgram, foreignMiniProgram } from '../../../../sandbox/src/mini-programs.ts';
import { type OpenedSandbox, openSandbox, rightQuery } from '../../../../sandbox/src/testing/open-sandbox.ts';
import { scanCode } from '../../../../sandbox/src/testing/scan-code.ts';
import { demoCorp } from '../../../../sandbox/src/wecom/corp.ts';
import { externalUserIdOf } from '../../../../sandbox/src/wecom/customers.ts';
import { wecomCaller, type WecomCaller } from '../../../../sandbox/src/wecom/testing/wecom-caller.ts';
import { demoGroups } from '../../../../sandbox/src/world/groups.ts';
import { createTestApp, describeOnEngines, type TestApp } from '../../testing/index.ts';
import { SessionKeys, WechatError, WechatLogin, WechatModule, WechatSession, WecomApi } from './index.ts';

const [ours, second, classmates] = demoGroups;
const CHAT = ours?.corp?.chatId ?? '';
const GET_GROUP = 'wecom/externalcontact/groupchat/get';
const GroupData = z.object({ opengid: z.string(), chat_type: z.int() });
type Sealed = Parameters<SessionKeys['open']>[1];
interface Noted {
  readonly api: string;
  readonly errcode: number;
}

/** The box is written by others than this client and shares nothing with it: what one misreads the other refuses. */
describeOnEngines((engine) => {
  let sandbox: OpenedSandbox;
  let box: WecomCaller;
  let server: TestApp;
  let wecom: WecomApi;
  let keys: SessionKeys;
  beforeAll(async () => {
    sandbox = await openSandbox();
    box = wecomCaller(sandbox);
    const env = {
      SANDBOX_URL: sandbox.url,
      WECHAT_APP_ID: demoMiniProgram.appId,
      WECHAT_APP_SECRET: demoMiniProgram.appSecret,
      WECOM_CORP_ID: demoCorp.corpId,
      WECOM_CONTACT_SECRET: demoCorp.apps[0]?.secret ?? '',
      PLATFORM_REST_MS: '200',
    };
    server = await createTestApp({ engine, modules: [WechatModule], env });
    wecom = server.app.get(WecomApi);
    keys = server.app.get(SessionKeys);
  }, 30_000);
  afterAll(async () => {
    await server.close();
    await sandbox.close();
  });

  const failure = (asked: Promise<unknown>): Promise<unknown> =>
    asked.then(
      () => null,
      (error: unknown) => error,
    );
  /** What the box was asked while something was done. */
  const asked = async (act: () => Promise<unknown>): Promise<readonly Noted[]> => {
    await sandbox.call('DELETE', '/__control/journal');
    await act();
    const { body } = await sandbox.call('GET', '/__control/journal?api=wecom');
    return z.object({ entries: z.array(z.object({ api: z.string(), errcode: z.int() })) }).parse(body)
      .entries;
  };
  const codes = async (act: () => Promise<unknown>, api: string) =>
    (await asked(act)).filter((each) => each.api === api).map(({ errcode }) => errcode);
  const fault = (what: object) => sandbox.call('POST', '/__control/faults', what);

  describe('WeCom', () => {
    it('E-05 WeCom is asked for one token by fifty callers, and one it refuses is replaced and the call made once more', async () => {
      const many = await asked(() => Promise.all(Array.from({ length: 50 }, () => wecom.groupChatGet(CHAT))));
      expect(many.filter(({ api }) => api === 'wecom/gettoken')).toHaveLength(1);
      expect(many.filter(({ api }) => api === GET_GROUP).map(({ errcode }) => errcode)).toEqual(
        Array.from({ length: 50 }, () => 0),
      );
      // Void before its time, and at its end by the clock of WeCom.
      await box.pull('token-revocation');
      expect(await codes(() => wecom.groupChatGet(CHAT), GET_GROUP)).toEqual([40014, 0]);
      sandbox.advance(7_200_000);
      expect(await codes(() => wecom.groupChatGet(CHAT), GET_GROUP)).toEqual([42001, 0]);
      expect(await asked(() => wecom.groupChatGet(CHAT))).toEqual([
        expect.objectContaining({ api: GET_GROUP, errcode: 0 }),
      ]);
    });

    it('E-05 a contact way brings its state with whoever scans it, and the welcome is said once', async () => {
      const way = { userIds: ['adviser1'], state: 'p=G2', remark: '柜台', skipsVerification: true };
      const { configId, qrCode } = await wecom.addContactWay(way);
      expect(configId).toMatch(/^[0-9a-f]{32}$/);
      const picture = Buffer.from(await (await fetch(qrCode ?? '')).arrayBuffer());
      const account = `scans-${engine}`;
      await box.scan(account, scanCode(picture)?.text ?? '');
      const added = (await box.events()).find((event) => event['State'] === 'p=G2');
      expect(added).toMatchObject({ ChangeType: 'add_external_contact', UserID: 'adviser1' });
      expect(await wecom.externalContactGet(externalUserIdOf(account))).toMatchObject({
        follow_user: [{ userid: 'adviser1', state: 'p=G2' }],
      });
      const welcome = () => wecom.sendWelcomeMsg(String(added?.['WelcomeCode']), '您好，我是您的投资顾问');
      await welcome();
      expect(await failure(welcome())).toMatchObject({
        code: 41051,
        kind: 'refused',
        retryable: false,
        rid: expect.stringMatching(/^[0-9a-f]{16}$/),
      });
      expect(await failure(wecom.addContactWay({ ...way, state: 'x'.repeat(31) }))).toMatchObject({
        code: 40058,
      });
      const several = await wecom.addContactWay({ ...way, userIds: ['adviser1', 'adviser2'] });
      expect(several.configId).not.toBe(configId);
      expect(await failure(wecom.externalContactGet('wm-nobody'))).toMatchObject({ code: 40096 });
    });

    it('E-05 customer groups are listed page by page and read with their members', async () => {
      const first = await wecom.groupChatList(null, 1);
      expect(first.rows).toEqual([CHAT]);
      const rest = await wecom.groupChatList(first.nextCursor, 1);
      expect(rest).toEqual({ rows: [second?.corp?.chatId], nextCursor: null });
      const group = await wecom.groupChatGet(CHAT);
      expect(group).toMatchObject({ chat_id: CHAT, name: '思语投教一群', owner: 'adviser1' });
      expect(group.member_list).toContainEqual(
        expect.objectContaining({ userid: externalUserIdOf('demo-1'), type: 2, unionid: 'usbx-demo-1' }),
      );
      expect(await failure(wecom.groupChatGet('wrNowhere'))).toMatchObject({ code: 40050, kind: 'refused' });
    });

    it('E-05 a mass send waits for its employee, and its end is told receiver by receiver', async () => {
      const known = externalUserIdOf('demo-3');
      const stranger = externalUserIdOf('demo-5');
      const message = { senderId: 'adviser1', text: '周三晚八点开课' };
      const { msgid, failed } = await wecom.addMsgTemplate({
        ...message,
        to: { customers: [known, stranger] },
      });
      expect(failed).toEqual([stranger]);
      const row = { external_userid: known, userid: 'adviser1' };
      expect(await wecom.massSendResult(msgid, 'adviser1')).toEqual([{ ...row, status: 0 }]);
      await sandbox.call('POST', `/__phone/wecom/tasks/${msgid}/confirm`, { userid: 'adviser1' });
      expect(await wecom.massSendResult(msgid, 'adviser1')).toMatchObject([{ ...row, status: 1 }]);
      const toGroup = await wecom.addMsgTemplate({ ...message, to: { groups: [CHAT] } });
      expect(await wecom.massSendResult(toGroup.msgid, 'adviser1')).toMatchObject([{ chat_id: CHAT }]);
    });

    it('E-05 a question to WeCom that nobody answered is asked again, an act never', async () => {
      await fault({ api: GET_GROUP, kind: 'busy', times: 2 });
      expect(await codes(() => wecom.groupChatGet(CHAT), GET_GROUP)).toEqual([-1, -1, 0]);
      const ADD = 'wecom/externalcontact/add_msg_template';
      await fault({ api: ADD, kind: 'dropped', times: 1 });
      const send = () => wecom.addMsgTemplate({ senderId: 'adviser1', text: '一次', to: { groups: [CHAT] } });
      let error: unknown;
      expect(await codes(async () => (error = await failure(send())), ADD)).toEqual([0]);
      expect(error).toMatchObject({ kind: 'unanswered', isUnknown: true, retryable: false });
      expect(error).toBeInstanceOf(WechatError);
    });
  });

  describe('what the phone encrypts', () => {
    const ME = 41;
    const signIn = async (account: string, memberNo = ME): Promise<WechatSession> => {
      const session = await server.app.get(WechatLogin).code2Session(await sandbox.login(account));
      await keep(session, memberNo);
      return session;
    };
    const keep = async (session: WechatSession, memberNo: number): Promise<void> => {
      const sealed = await keys.seal(session);
      await server.database.runInTransaction((tx) => keys.keep(tx, sealed, memberNo));
    };
    const enter = async (account: string, more: object = {}): Promise<Sealed> => {
      const asking = { account, group: ours?.name, ...more };
      const { body } = await sandbox.call('POST', '/__phone/group-enter-info', asking);
      return z.object({ encryptedData: z.string(), iv: z.string() }).parse(body);
    };
    const open = (data: Sealed, memberNo = ME) => keys.open(memberNo, data, GroupData);
    beforeAll(async () => {
      // Both clocks show the same again: another test has moved that of WeCom on.
      const { body } = await sandbox.call('GET', '/__control/clock');
      server.clock.set(Date.parse(String(body['at'])));
    });

    it('E-08 the key of the last login opens group data, and its opengid leads to the group when it is ours', async () => {
      await signIn('demo-1');
      const group = await open(await enter('demo-1'));
      expect(group).toMatchObject({ chat_type: 4, opengid: expect.stringMatching(/^tGx/) });
      expect(await wecom.opengidToChatid(group?.opengid ?? '')).toBe(CHAT);
      const other = await open(await enter('demo-1', { group: classmates?.name }));
      expect(other).toMatchObject({ chat_type: 3 });
      expect(await wecom.opengidToChatid(other?.opengid ?? '')).toBeNull();
      // A second person of the same member, such as in another app of ours, has a key beside the first.
      await signIn('demo-3');
      expect([await open(await enter('demo-1')), await open(await enter('demo-3'))]).toEqual([
        expect.objectContaining({ opengid: group?.opengid }),
        expect.objectContaining({ opengid: group?.opengid }),
      ]);
      expect(await open(await enter('demo-1'), ME + 1)).toBeNull();
    });

    it('E-08 data under a key that a later login killed opens nothing, nor does garbage', async () => {
      await signIn('demo-1');
      const early = await enter('demo-1');
      expect(await open(early)).not.toBeNull();
      // The phone has signed in anew, and we have not heard of it yet.
      const code = await sandbox.login('demo-1');
      const late = await enter('demo-1');
      expect(await open(late)).toBeNull();
      await keep(await server.app.get(WechatLogin).code2Session(code), ME);
      expect(await open(late)).not.toBeNull();
      expect(await open(early)).toBeNull();
      for (const broken of [
        { ...late, iv: '' },
        { ...late, encryptedData: late.encryptedData.slice(8) },
        { ...late, encryptedData: '不是密文' },
      ])
        expect(await open(broken)).toBeNull();
      expect(await keys.open(ME, late, z.object({ nothing: z.string() }))).toBeNull();
      const stored = await server.database.read.query('SELECT * FROM wechat_session_keys');
      const { sessionKey } = await signIn('demo-1');
      expect(JSON.stringify(stored)).not.toContain(sessionKey);
    });

    it("E-08 another app's watermark and data older than ten minutes or from the future are refused", async () => {
      const code = await sandbox.login('demo-4', foreignMiniProgram.appId);
      const query = {
        ...rightQuery(code),
        appid: foreignMiniProgram.appId,
        secret: foreignMiniProgram.appSecret,
      };
      const { body } = await sandbox.exchange(query);
      const foreign = new WechatSession('o-of-the-other-app', null, String(body['session_key']));
      await keep(foreign, ME);
      // It opens under our key, and says itself that it was meant for somebody else.
      expect(await open(await enter('demo-4', { appId: foreignMiniProgram.appId }))).toBeNull();

      await signIn('demo-1');
      const data = await enter('demo-1');
      server.clock.advance(600_000);
      expect(await open(data)).not.toBeNull();
      server.clock.advance(1_000);
      expect(await open(data)).toBeNull();
      server.clock.advance(-901_000);
      expect(await open(data)).not.toBeNull();
      server.clock.advance(-1_000);
      expect(await open(data)).toBeNull();
      server.clock.advance(301_000);
      expect(await open(data)).not.toBeNull();
    });

    it('E-08 of whoever closed the account no key is left', async () => {
      await signIn('demo-1');
      const data = await enter('demo-1');
      await server.database.runInTransaction((tx) => keys.forget(tx, [ME]));
      expect(await open(data)).toBeNull();
    });
  });
});
