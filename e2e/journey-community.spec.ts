import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { SANDBOX_KEYS } from '../tools/sandbox-callbacks.ts';
import {
  DEMO_GROUP,
  DESK,
  hasChromium,
  openBrowser,
  PHONE,
  ROOT,
  startWhole,
  until,
  type DatabaseView,
  type Whole,
} from './harness/index.ts';
import { itPlaysLives } from './lives/index.ts';
import { consent, Phone, type MiniApp } from './weapp-host/index.ts';

const BUNDLE = join(ROOT, 'miniprogram/dist/weapp');
const TIED = '/v1/group-entries';

describe('the journey from a chat', () => {
  let whole: Whole;
  let database: DatabaseView;
  let phone: Phone;
  beforeAll(async () => {
    whole = await startWhole({ demo: 'full', env: SANDBOX_KEYS });
    database = await whole.openDatabase();
  }, 150_000);
  afterEach(() => phone.kill());
  afterAll(async () => {
    await database.close();
    await whole.close();
  });

  const takePhone = (account: string): Phone =>
    new Phone({ bundle: BUNDLE, serverUrl: whole.url, sandboxUrl: whole.sandboxUrl, account });
  const statuses = (path: string): unknown[] =>
    phone.requests.filter((request) => request.path === path).map(({ status }) => status);
  const called = (app: MiniApp, name: string) => app.calls.filter((call) => call.name === name);
  const write = async (app: MiniApp, value: string): Promise<void> => {
    app.fire(await app.untilId('ask-text'), 'input', { value });
  };

  it('E-08 E-14 a group card waits for the consent, ties the member, and leads to the page of the group, where a question is asked', async () => {
    phone = takePhone('demo-1');
    phone.chat = DEMO_GROUP;
    phone.chatTool = 'allowed';
    const first = phone.launch('/pages/home/index', 1044);
    await first.untilId('consent-service');
    expect(called(first, 'getGroupEnterInfo')).toEqual([]);
    await consent(first);
    await first.untilRoute('pages/home/index');
    expect(first.text(await first.untilId('from-group'))).toContain(DEMO_GROUP);
    await first.tap('from-group');
    const { options } = await first.untilRoute('community/group/index');
    expect(first.text(await first.untilId('group-card'))).toMatch(
      new RegExp(`${DEMO_GROUP}.*负责人.*核对码`),
    );
    await first.tap('share-to-group');
    const [card] = await until('a card in the chat', () => {
      const sent = called(first, 'shareAppMessageToGroup');
      return sent.length > 0 ? sent : null;
    });
    expect(card?.options['path']).toContain(`groupId=${options['groupId']}`);
    expect(called(first, 'updateShareMenu').at(-1)?.options).toMatchObject({ withShareTicket: true });

    await write(first, '有没有稳赚不赔的基金');
    await first.tap('ask-send');
    await first.untilId('ask-problem');
    await write(first, '基金的申购费怎么算');
    phone.kill();
    expect(statuses(TIED)).toEqual([200]);

    // What was written is still there in another run, which finds the group where the member's things are.
    const second = phone.launch();
    await second.untilId('feed');
    second.navigate('/pages/me/index', 'tab');
    await second.tap('my-groups');
    await second.untilRoute('community/groups/index');
    await second.tap(`group-${options['groupId']}`);
    await second.untilRoute('community/group/index');
    await until('the words of before', () => second.byId('ask-send')?.cl?.includes('disabled') === false);
    await second.tap('ask-send');
    await second.untilText('我的问题 · 等待回答');
    expect(second.text(second.byId('group-questions') ?? undefined)).toContain('基金的申购费怎么算');
  }, 90_000);

  it('E-08 a key that a login elsewhere has replaced is renewed and the group found; a group of nobody is quiet', async () => {
    phone = takePhone('demo-4');
    await phone.launch().untilId('feed');
    // Another phone of the same person signs in.
    await phone.login();
    phone.chat = DEMO_GROUP;
    const app = phone.launch('/pages/home/index', 1044);
    await app.untilId('from-group');
    expect(statuses(TIED)).toEqual([422, 200]);
    expect(called(app, 'login')).toHaveLength(1);

    phone.chat = '老同学';
    const other = phone.launch('/pages/home/index', 1044);
    await other.untilId('feed');
    await until('the answer', () => statuses(TIED).length === 3 && statuses(TIED)[2] === 200);
    phone.chat = '思语投教二群';
    // Whoever sits in no such group is told so by WeChat, and nobody else.
    other.show(1044);
    await until('WeChat asked', () => called(other, 'getGroupEnterInfo').length === 2);
    expect(other.byId('from-group')).toBeNull();
    expect(called(other, 'showToast')).toEqual([]);
    expect(statuses(TIED)).toHaveLength(3);
  }, 60_000);

  it('E-08 a lesson from Moments is read in the single page: no login, no other page, nothing recorded or kept', async () => {
    phone = takePhone('demo-8');
    const [lesson] = await database.query(
      "SELECT lesson_id AS id FROM lesson_versions WHERE state = 'PUBLISHED' ORDER BY lesson_id",
    );
    const app = phone.launch(`/lesson/read/index?lessonId=${String(lesson?.['id'])}`, 1154);
    await app.untilId('lesson-text');
    expect(app.text(await app.untilId('single-page'))).toContain('前往小程序');
    await app.tap('text-size-large');
    app.hide();
    app.show();
    expect(phone.requests.map(({ path }) => path)).toEqual([`/v1/shared-lessons/${String(lesson?.['id'])}`]);
    expect(
      app.calls.map(({ name }) => name).filter((name) => /^(login|navigate|reLaunch)/.test(name)),
    ).toEqual([]);
    expect(phone.storage.keys()).toEqual([]);
  }, 30_000);

  (hasChromium() ? it : it.skip)(
    'E-08 E-14 in the browser the page of the box opens the app from a group, and the group has its page',
    async () => {
      phone = takePhone('demo-2');
      const opened = await openBrowser();
      const box = await (await opened.newContext({ viewport: DESK })).newPage();
      await box.goto(whole.sandboxUrl);
      await box.locator('#account').selectOption('demo-2');
      const [app] = await Promise.all([
        box.context().waitForEvent('page'),
        box.locator(`#chats [data-name="${DEMO_GROUP}"]`).click(),
      ]);
      await app.setViewportSize(PHONE);
      const shown = (selector: string) => app.locator(`${selector}:visible`).first();
      await shown('#account-demo-2').click();
      await shown('#from-group').click();
      await shown('#group-card').waitFor();
      expect(await shown('#group-card').innerText()).toContain('核对码');
      await shown('#ask-text textarea').fill('定投一般多久看一次');
      await shown('#ask-send').click();
      const asked = app.locator('.question:visible', { hasText: '定投一般多久看一次' });
      await asked.waitFor();
      expect(await asked.innerText()).toContain('等待回答');
      expect(opened.faults).toEqual([]);
      await opened.close();
    },
    60_000,
  );

  itPlaysLives(
    () => whole,
    (account) => (phone = takePhone(account)),
  );
});
