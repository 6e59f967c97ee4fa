import { createDecipheriv } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { demoMiniProgram, foreignMiniProgram } from '../mini-programs.ts';
import { openBox, type Box } from '../testing/open-box.ts';

/** As the documentation says it is opened, apart from how it was closed. */
function open(sessionKey: string, data: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const decipher = createDecipheriv(
    'aes-128-cbc',
    Buffer.from(sessionKey, 'base64'),
    Buffer.from(String(data['iv']), 'base64'),
  );
  const plain = decipher.update(String(data['encryptedData']), 'base64', 'utf8') + decipher.final('utf8');
  return JSON.parse(plain) as Record<string, unknown>;
}

describe('group data', () => {
  let box: Box;
  beforeEach(async () => {
    box = await openBox();
  });
  afterEach(() => box.close());

  const login = async (account: string, app = demoMiniProgram): Promise<string> => {
    await box.call('POST', '/__phone/login', { account, appId: app.appId });
    return box.world.codes.currentKey(app.appId, `${app.openidPrefix}${account}`)!;
  };
  const enter = async (account: string, more: object) =>
    (await box.call('POST', '/__phone/group-enter-info', { account, ...more })).body;
  const seen = async (account: string, more: object, app = demoMiniProgram) =>
    open(await login(account, app), await enter(account, { appId: app.appId, ...more }));
  const club = { group: '思语投教一群', needGroupOpenID: true };

  it('SBX-47 E-01 the phone encrypts opengid and chat type under the session key, with a watermark', async () => {
    expect(await seen('demo-1', club)).toEqual({
      opengid: expect.stringMatching(/^tGx[\w-]{26}$/),
      group_openid: expect.stringMatching(/^oGx[\w-]{26}$/),
      chat_type: 4,
      watermark: { appid: demoMiniProgram.appId, timestamp: Math.floor(box.world.clock.now() / 1000) },
    });
    expect(await seen('demo-1', { group: '老同学' })).toMatchObject({ chat_type: 3 });
    expect(await seen('demo-1', { group: '老同学' })).not.toHaveProperty('group_openid');
  });

  it('SBX-48 E-01 a new session_key kills ciphertexts to come for the old key, not those made before', async () => {
    const old = await login('demo-1');
    const early = await enter('demo-1', club);
    const next = await login('demo-1');
    const late = await enter('demo-1', club);
    expect(open(old, early)).toMatchObject({ chat_type: 4 });
    expect(() => open(next, early)).toThrow();
    expect(() => open(old, late)).toThrow();
    expect(open(next, late)).toMatchObject({ chat_type: 4 });
  });

  it('SBX-49 E-01 opengid is one for app and group, group_openid one for room and person', async () => {
    const first = await seen('demo-3', club);
    const again = await seen('demo-3', club);
    const friend = await seen('demo-1', club);
    const elsewhere = await seen('demo-3', { ...club, group: '思语投教二群' });
    const otherApp = await seen('demo-3', club, foreignMiniProgram);
    expect(again).toMatchObject({ opengid: first['opengid'], group_openid: first['group_openid'] });
    expect(friend['opengid']).toBe(first['opengid']);
    expect(new Set([first, friend, elsewhere, otherApp].map((each) => each['group_openid'])).size).toBe(4);
    expect(elsewhere['opengid']).not.toBe(first['opengid']);
    expect(otherApp['opengid']).not.toBe(first['opengid']);
    expect(otherApp).toMatchObject({ watermark: { appid: foreignMiniProgram.appId } });
  });

  it('SBX-50 E-01 40097 where the scene is no chat, 65206 for who has left, and a chat of two only when allowed', async () => {
    await login('demo-1');
    await login('demo-5');
    expect(await enter('demo-1', { group: null })).toMatchObject({ errCode: 40097 });
    expect(await enter('demo-1', { ...club, scene: 1011 })).toMatchObject({ errCode: 40097 });
    expect(await enter('demo-5', club)).toMatchObject({ errCode: 65206 });
    expect(await enter('demo-1', { group: '和陈志远的聊天' })).toMatchObject({ errCode: 40097 });
    const single = await seen('demo-1', { group: '和陈志远的聊天', scene: 1007, allowSingleChat: true });
    expect(single).toMatchObject({ chat_type: 1, open_single_roomid: expect.stringMatching(/^tRx/) });
    expect(single).not.toHaveProperty('opengid');
    expect(await enter('demo-1', club)).toHaveProperty('encryptedData');
  });

  it('SBX-51 E-01 a chat is seeded by name and found again by its opengid and its chat_id', async () => {
    const seed = { name: '新群', chatType: 4, corp: { corpId: 'ww1', chatId: 'wr1' }, members: ['demo-1'] };
    expect((await box.call('PUT', '/__control/groups', seed)).status).toBe(204);
    expect((await box.call('PUT', '/__control/groups', { ...seed, chatType: 9 })).status).toBe(400);
    const { opengid } = await seen('demo-1', { group: '新群' });
    const { groups } = box.world.mini;
    expect(groups.findByOpengid(demoMiniProgram.appId, String(opengid))?.name).toBe('新群');
    expect(groups.findByOpengid(foreignMiniProgram.appId, String(opengid))).toBeNull();
    expect(groups.findByChatId('ww1', 'wr1')?.name).toBe('新群');
    expect((await box.call('GET', '/__phone/groups')).body['groups']).toContainEqual({
      name: '新群',
      chatType: 4,
      members: ['demo-1'],
    });
  });

  it('SBX-52 E-01 who never signed in has no key to encrypt under', async () => {
    expect(await enter('demo-1', club)).toMatchObject({ errMsg: expect.stringContaining('fail') });
  });
});
