import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { createHash } from 'node:crypto';
import { openSandbox, type OpenedSandbox } from '../testing/open-sandbox.ts';
import { demoGroups } from '../world/groups.ts';
import { demoCorp } from './corp.ts';
import { externalUserIdOf } from './customers.ts';
import { wecomCaller, type WecomCaller } from './testing/wecom-caller.ts';

const CHAT = demoGroups[0]!.corp!.chatId;
const single = { userid: 'adviser1', account: 'demo-3' };
const group = { userid: 'adviser1', chatId: CHAT };
const APIS = ['getContext', 'getCurExternalContact', 'getCurExternalChat', 'sendChatMessage'];
const url = 'https://console.example.com/sidebar?x=1';

describe('WeCom: the page beside a chat', () => {
  let sandbox: OpenedSandbox;
  let wecom: WecomCaller;
  beforeEach(async () => {
    sandbox = await openSandbox();
    wecom = wecomCaller(sandbox);
  });
  afterEach(() => sandbox.close());

  const call = async (api: string, params: object = {}, where: object = single, windowId = 'w1') =>
    (await sandbox.call('POST', '/__phone/wecom/js-calls', { windowId, where, api, params, url })).body;
  const signed = (ticket: unknown, change: object = {}) => {
    const [timestamp, nonceStr] = [1795485600, 'n0nce'];
    const text = `jsapi_ticket=${String(ticket)}&noncestr=${nonceStr}&timestamp=${timestamp}&url=${url}`;
    const signature = createHash('sha1').update(text).digest('hex');
    return { timestamp, nonceStr, signature, jsApiList: APIS, ...change };
  };
  const agentTicket = async (app = 0) =>
    (await wecom.get('ticket/get', { type: 'agent_config' }, app))['ticket'];
  const agentConfig = async (change: object = {}, app = 0) =>
    call('agentConfig', {
      corpid: demoCorp.corpId,
      agentid: demoCorp.apps[app]!.agentId,
      ...signed(await agentTicket(app)),
      ...change,
    });

  it('SBX-305 E-02 a config is good when it is signed with the right ticket over the address of the page', async () => {
    const { ticket, expires_in: life } = await wecom.get('get_jsapi_ticket');
    expect(life).toBe(7200);
    expect(await wecom.get('get_jsapi_ticket')).toMatchObject({ ticket });
    const config = (ofTicket: unknown) => call('config', { appId: demoCorp.corpId, ...signed(ofTicket) });
    expect(await config(ticket)).toEqual({ err_msg: 'config:ok' });
    expect(await config(await agentTicket())).toEqual({ err_msg: 'config:fail, invalid signature' });
    expect(await agentConfig()).toEqual({ err_msg: 'agentConfig:ok' });
    expect(await agentConfig(signed(ticket))).toEqual({ err_msg: 'agentConfig:fail, invalid signature' });
    expect(await agentConfig({ corpid: 'ww0' })).toEqual({ err_msg: 'agentConfig:fail, invalid corpid' });
    sandbox.advance(7_200_000);
    expect(await call('config', { appId: demoCorp.corpId, ...signed(ticket) })).toEqual({
      err_msg: 'config:fail, invalid signature',
    });
    expect(await wecom.get('ticket/get', { type: 'jsapi' })).toMatchObject({ errcode: 40058 });
  });

  it('SBX-306 E-02 the page is told the customer or the group it stands beside, by the apps that may know', async () => {
    const refusal = { err_msg: 'getCurExternalContact:no permission' };
    expect(await call('getCurExternalContact')).toEqual(refusal);
    await agentConfig({ jsApiList: ['getContext'] });
    expect(await call('getCurExternalContact')).toEqual(refusal);
    await agentConfig();
    expect(await call('getContext')).toEqual({ entry: 'single_chat_tools', err_msg: 'getContext:ok' });
    expect(await call('getCurExternalContact')).toEqual({
      userId: externalUserIdOf('demo-3'),
      err_msg: 'getCurExternalContact:ok',
    });
    expect(await call('getCurExternalChat', {}, group)).toEqual({
      chatId: CHAT,
      err_msg: 'getCurExternalChat:ok',
    });
    expect((await call('getCurExternalContact', {}, group))['err_msg']).toContain(':fail, ');
    expect((await call('getCurExternalChat'))['err_msg']).toContain(':fail, ');
    const stranger = { userid: 'adviser1', account: 'demo-5' };
    expect((await call('getCurExternalContact', {}, stranger))['err_msg']).toContain(':fail, ');
    // Another window has had no config, and an app without customer contact is told nothing.
    expect(await call('getCurExternalContact', {}, single, 'w2')).toEqual(refusal);
    await agentConfig({}, 1);
    expect(await call('getCurExternalContact')).toEqual(refusal);
  });

  it('SBX-307 E-02 what the page sends stands in the chat as said by the employee', async () => {
    await agentConfig();
    const text = { msgtype: 'text', text: { content: '您好，课程在这里' } };
    expect(await call('sendChatMessage', text)).toEqual({ err_msg: 'sendChatMessage:ok' });
    const card = { appid: 'wx5a11db0c00000001', title: '第一课', page: 'pages/lesson/index.html?id=1' };
    expect(await call('sendChatMessage', { msgtype: 'miniprogram', miniprogram: card })).toEqual({
      err_msg: 'sendChatMessage:ok',
    });
    for (const wrong of [
      { msgtype: 'text', text: { content: '' } },
      { msgtype: 'miniprogram', miniprogram: { ...card, page: 'pages/lesson/index' } },
      { msgtype: 'miniprogram', miniprogram: { ...card, appid: 'wx0' } },
    ])
      expect((await call('sendChatMessage', wrong))['err_msg']).toContain('sendChatMessage:fail, ');
    const chat = await sandbox.call('GET', '/__phone/wecom/chat?userid=adviser1&account=demo-3');
    expect(chat.body['messages']).toMatchObject([
      { from: 'adviser1', kind: 'text', words: '您好，课程在这里' },
      { from: 'adviser1', kind: 'miniprogram', words: '第一课' },
    ]);
    const journal = await sandbox.call('GET', '/__control/journal?api=wecom/js/sendChatMessage');
    expect((journal.body['entries'] as { errcode: number }[]).map(({ errcode }) => errcode)).toEqual([
      0, 0, 40058, 40058, 40013,
    ]);
  });
});
