import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { demoMiniProgram } from '../mini-programs.ts';
import type { Push } from '../message-push/push-body.ts';
import { openBox, type Box } from '../testing/open-box.ts';
import { listenTo } from '../testing/told.ts';
import { demoOfficialAccount } from './official-account.ts';

const MENU = {
  button: [
    { type: 'click', name: '今日一课', key: 'TODAY' },
    {
      name: '服务',
      sub_button: [
        { type: 'view', name: '官网', url: 'https://firm.example/' },
        {
          type: 'miniprogram',
          name: '学堂',
          url: 'https://firm.example/',
          appid: demoMiniProgram.appId,
          pagepath: 'pages/school/index',
        },
      ],
    },
  ],
};

describe('the official account', () => {
  let box: Box;
  let told: Push[];
  beforeEach(async () => {
    box = await openBox();
    told = listenTo(box, demoOfficialAccount.appId);
  });
  afterEach(() => box.close());

  const act = (payload: object) =>
    box.call('POST', '/__phone/official-account', { account: 'demo-1', ...payload });
  const create = async (menu: object) =>
    (await box.post('/cgi-bin/menu/create', menu, demoOfficialAccount)).body['errcode'];
  const events = () => told.map(({ fields }) => [fields['Event'], fields['EventKey']]);

  it('SBX-331 E-01 following is told once, by a code with its scene, leaving too', async () => {
    expect((await act({ act: 'follow' })).body).toEqual({ openid: 'ooa-demo-1' });
    expect((await act({ act: 'follow' })).status).toBe(422);
    await act({ act: 'follow', scene: 'k1' });
    await act({ act: 'unfollow' });
    expect((await act({ act: 'unfollow' })).status).toBe(422);
    await act({ act: 'follow', scene: 'k2' });
    expect(events()).toEqual([
      ['subscribe', ''],
      ['SCAN', 'k1'],
      ['unsubscribe', ''],
      ['subscribe', 'qrscene_k2'],
    ]);
    expect(told.every(({ openid }) => openid === 'ooa-demo-1')).toBe(true);
  });

  it('SBX-332 E-01 touching the menu is told to who is followed, each kind of button in its own way', async () => {
    expect(await create(MENU)).toBe(0);
    const get = async () => (await box.get('/cgi-bin/menu/get', {}, demoOfficialAccount)).body;
    expect(await get()).toEqual({ menu: MENU });
    expect((await act({ act: 'menu', button: '今日一课' })).status).toBe(422);
    await act({ act: 'follow' });
    for (const button of ['今日一课', '官网', '学堂']) await act({ act: 'menu', button });
    expect((await act({ act: 'menu', button: '没有' })).status).toBe(422);
    expect(events().slice(1)).toEqual([
      ['CLICK', 'TODAY'],
      ['VIEW', 'https://firm.example/'],
      ['view_miniprogram', 'pages/school/index'],
    ]);
    await box.get('/cgi-bin/menu/delete', {}, demoOfficialAccount);
    expect(await get()).toMatchObject({ errcode: 46003 });
  });

  it('SBX-333 E-01 a menu has its sizes', async () => {
    const leaf = { type: 'click', name: '一', key: 'k' };
    const menuOf = (...button: object[]) => ({ button });
    for (const [menu, errcode] of [
      [menuOf(), 40016],
      [menuOf(leaf, leaf, leaf, leaf), 40016],
      [menuOf({ ...leaf, name: '六个汉字太长' }), 40018],
      [menuOf({ ...leaf, type: 'press' }), 40017],
      [menuOf({ ...leaf, key: '' }), 40019],
      [menuOf({ type: 'view', name: '一' }), 40020],
      [menuOf({ name: '一', sub_button: [leaf, leaf, leaf, leaf, leaf, leaf] }), 40023],
      [{}, 47001],
    ] as const) {
      expect([menu, await create(menu)]).toEqual([menu, errcode]);
    }
    expect(await create(menuOf({ ...leaf, name: '五个汉字好' }))).toBe(0);
    expect(await create(menuOf({ name: '一', sub_button: [leaf, leaf, leaf, leaf, leaf] }))).toBe(0);
  });

  it('SBX-334 E-01 of a follower the unionid is told, of others nothing; the APIs are not those of a mini-program', async () => {
    const info = async (openid: string) =>
      (await box.get('/cgi-bin/user/info', { openid }, demoOfficialAccount)).body;
    expect(await info('ooa-demo-1')).toEqual({ subscribe: 0, openid: 'ooa-demo-1' });
    await act({ act: 'follow' });
    expect(await info('ooa-demo-1')).toMatchObject({ subscribe: 1, unionid: 'usbx-demo-1' });
    expect(await info('osbx-demo-1')).toMatchObject({ errcode: 40003 });
    expect((await box.post('/cgi-bin/menu/create', MENU)).body).toMatchObject({ errcode: 48001 });
    expect((await box.post('/wxa/msg_sec_check', {}, demoOfficialAccount)).body).toMatchObject({
      errcode: 48001,
    });
  });
});
