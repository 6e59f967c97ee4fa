import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { z } from 'zod';
import {
  DESK,
  hasChromium,
  openBrowser,
  startSandbox,
  type OpenedBrowser,
  type StartedSandbox,
} from './harness/index.ts';
import { checkAccessibility } from './screens/accessibility.ts';

const describeInBrowser = hasChromium() ? describe : describe.skip;

const APP = {
  grant_type: 'client_credential',
  appid: 'wx5a11db0c00000001',
  secret: '5a11db0c5a11db0c5a11db0c5a11db0c',
};

const CORP = { corpid: 'ww5a11db0c00000001', agentid: 1000002 };
const CORP_SECRET = 'sbx-contact-secret-5a11db0c5a11db0c5a11db0c';

/** A page of the firm as it stands beside a chat: it proves who it is, asks for the customer, and writes to them. */
const sidebar = (config: object): string => `<!doctype html><html lang="zh-CN"><meta charset="utf-8">
<script src="/wwopen/js/jwxwork-1.0.0.js"></script><p id="whom"></p><button>发给客户</button><script>
wx.agentConfig({ ...${JSON.stringify(config)}, success: () =>
  wx.invoke('getCurExternalContact', {}, ({ userId }) => { document.querySelector('#whom').textContent = userId; }) });
document.querySelector('button').onclick = () =>
  wx.invoke('sendChatMessage', { msgtype: 'text', text: { content: '本周五有一节新课' } });
</script></html>`;

describeInBrowser('the page of the box', () => {
  let box: StartedSandbox;
  let opened: OpenedBrowser;
  let page: Page;
  beforeAll(async () => {
    [box, opened] = await Promise.all([startSandbox(), openBrowser()]);
    page = await (await opened.newContext({ viewport: DESK })).newPage();
    await page.goto(box.url);
    await said('沙箱在运行');
  }, 60_000);
  afterAll(async () => {
    await opened.close();
    await box.close();
  });

  const said = (text: string) => page.locator('#said', { hasText: text }).waitFor();
  const screen = () => page.locator('#phone-screen').innerText();
  const press = async (button: string, text: string): Promise<void> => {
    await page.locator(button).click();
    await said(text);
  };
  const token = async (): Promise<string> => {
    const answer = await box.call('POST', '/cgi-bin/stable_token', APP);
    return z.object({ access_token: z.string() }).parse(await answer.json()).access_token;
  };

  const corpTokenOf = async (): Promise<string> => {
    const path = `/qyapi/cgi-bin/gettoken?corpid=${CORP.corpid}&corpsecret=${CORP_SECRET}`;
    const answer = await box.call('GET', path);
    return z.object({ access_token: z.string() }).parse(await answer.json()).access_token;
  };

  it('E-03 has the buttons of a phone: log in, open from a chat, scan a code by its text and by its picture', async () => {
    await page.locator('#account').selectOption('demo-3');
    await press('#log-in', '已登录');
    expect(await screen()).toContain('login:ok');
    await press('#chats [data-name="思语投教二群"]', '已从「思语投教二群」打开小程序');
    expect(await screen()).toContain('encryptedData');

    const code = await box.call('POST', `/wxa/getwxacodeunlimit?access_token=${await token()}`, {
      scene: 'p=7',
      page: 'pages/home/index',
    });
    const picture = {
      name: 'code.png',
      mimeType: 'image/png',
      buffer: Buffer.from(await code.arrayBuffer()),
    };
    await page.locator('#code-picture').setInputFiles(picture);
    await press('#scan', '扫好了');
    expect(await screen()).toContain('"scene": 1049');
    await page.locator('#code-picture').setInputFiles([]);
    await press('#scan', '扫好了');
    expect(await screen()).toContain('"scene": 1047');
    await page.locator('#code-text').fill('https://nowhere.invalid');
    await press('#scan', '没有成功');
  }, 60_000);

  it('E-03 a subscribe message is accepted, refused and banned, and a task is confirmed as an employee', async () => {
    await page.locator('#account').selectOption('demo-3');
    const row = page.locator('#templates li').first();
    await row.getByRole('button', { name: '同意一次' }).click();
    await said('已同意');
    expect(await screen()).toContain('"accept"');
    await row.getByRole('button', { name: '拒绝' }).click();
    await said('已拒绝');
    expect(await screen()).toContain('"reject"');
    await row.getByRole('button', { name: '封禁' }).click();
    await said('已封禁');
    await row.getByRole('button', { name: '同意一次' }).click();
    await said('已同意');
    expect(await screen()).toContain('"ban"');
    await press('#switch-off', '订阅消息已全部关掉');
    await press('#switch-on', '订阅消息已打开');

    const corpToken = await corpTokenOf();
    const sent = await box.call(
      'POST',
      `/qyapi/cgi-bin/externalcontact/add_msg_template?access_token=${corpToken}`,
      {
        chat_type: 'single',
        external_userid: ['wmSbx0000000000000000-demo-3'],
        sender: 'adviser1',
        text: { content: '本周有一节新课' },
      },
    );
    expect(await sent.json()).toMatchObject({ errcode: 0 });
    await page.locator('#employee').selectOption('adviser1');
    await page.locator('#tasks li', { hasText: '本周有一节新课' }).getByRole('button').click();
    await said('已确认发送');
    await page.getByText('没有待确认的任务').waitFor();
  }, 60_000);

  it('E-02 the chat window of an employee hosts a page of the firm, tells it the customer and takes its message', async () => {
    const url = `${box.url}/beside-the-chat`;
    const answer = await box.call(
      'GET',
      `/qyapi/cgi-bin/ticket/get?type=agent_config&access_token=${await corpTokenOf()}`,
    );
    const { ticket } = z.object({ ticket: z.string() }).parse(await answer.json());
    const [timestamp, nonceStr] = [1795485600, 'n0nce'];
    const text = `jsapi_ticket=${ticket}&noncestr=${nonceStr}&timestamp=${timestamp}&url=${url}`;
    const signature = createHash('sha1').update(text).digest('hex');
    const jsApiList = ['getCurExternalContact', 'sendChatMessage'];
    const window = await page.context().newPage();
    await window.route(url, (route) =>
      route.fulfill({
        contentType: 'text/html; charset=utf-8',
        body: sidebar({ ...CORP, timestamp, nonceStr, signature, jsApiList }),
      }),
    );
    const where = new URLSearchParams({ employee: 'adviser1', customer: 'demo-3', sidebar: url });
    await window.goto(`${box.url}/wecom-chat?${where.toString()}`);
    const beside = window.frameLocator('#sidebar');
    await beside.locator('#whom', { hasText: 'demo-3' }).waitFor();
    await beside.getByRole('button', { name: '发给客户' }).click();
    await window.locator('#messages li', { hasText: '本周五有一节新课' }).waitFor();
    await window.locator('#speaker').selectOption('demo-3');
    await window.locator('#words').fill('好的，谢谢');
    await window.locator('#send').click();
    await window.locator('#messages li', { hasText: '好的，谢谢' }).waitFor();
    expect(await checkAccessibility(window)).toEqual([]);
    await window.close();
  }, 60_000);

  it('E-03 moves the clock, switches faults on and off, and tells of each call what WeChat would say', async () => {
    const before = await page.locator('#clock').innerText();
    await press('[data-advance="86400000"]', '时间已拨快');
    expect(await page.locator('#clock').innerText()).not.toBe(before);
    await press('#clock-stop', '时间已停住');
    expect(await page.locator('#clock').innerText()).toContain('已停住');
    await page.locator('#clock-at').fill('2027-02-01T09:30');
    await press('#clock-set', '时间已改');
    expect(await page.locator('#clock').innerText()).toContain('2027/2/1 09:30:00');
    await press('#clock-run', '时间继续走');
    await press('#clock-real', '已回到真实时间');

    await page.locator('#fault-api').fill('stable_token');
    await page.locator('#fault-kind').selectOption('server_error');
    await press('#fault-add', '故障已打开');
    expect((await box.call('POST', '/cgi-bin/stable_token', APP)).status).toBe(502);
    await press('#faults li button', '故障已关掉');
    expect((await box.call('POST', '/cgi-bin/stable_token', APP)).status).toBe(200);
    await press('#fault-add', '故障已打开');
    await press('#faults-clear', '故障都关掉了');

    await box.call('POST', '/cgi-bin/stable_token', { ...APP, secret: 'wrong' });
    await press('#journal-show', '流水已更新');
    const newest = () => page.locator('#journal tr').first().innerText();
    expect(await newest()).toContain('微信会拒绝：appsecret 不对（SBX-06）');
    await page.locator('#journal-outcome').selectOption('disturbed');
    await press('#journal-show', '流水已更新');
    expect(await newest()).toContain('按故障开关：网关出错（502）');
    expect(await page.locator('#journal').innerText()).not.toContain(APP.secret);
    await press('#journal-clear', '流水已清空');
    await page.locator('#journal-empty').waitFor();
    await press('#reset', '已恢复');
  }, 60_000);

  it('E-03 can be used by everybody, and nothing went wrong in the page', async () => {
    expect(await checkAccessibility(page)).toEqual([]);
    expect(opened.faults.filter((fault) => !/status of 4\d\d/.test(fault))).toEqual([]);
  });
});
