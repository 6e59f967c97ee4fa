import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { openSandbox, type OpenedSandbox } from '../testing/open-sandbox.ts';
import { scanCode } from '../testing/scan-code.ts';
import { externalUserIdOf } from './customers.ts';
import { wecomCaller, type WecomCaller } from './testing/wecom-caller.ts';

const ADD = 'externalcontact/add_contact_way';
const single = { type: 1, scene: 2, user: ['adviser1'], state: 'p=7Q' };

describe('WeCom: customers and contact ways', () => {
  let sandbox: OpenedSandbox;
  let wecom: WecomCaller;
  beforeEach(async () => {
    sandbox = await openSandbox();
    wecom = wecomCaller(sandbox);
  });
  afterEach(() => sandbox.close());

  const code = async (way: object): Promise<string> => {
    const { qr_code: url } = await wecom.post(ADD, way);
    return scanCode(Buffer.from(await (await fetch(String(url))).arrayBuffer()))?.text ?? '';
  };

  it('SBX-67 E-02 knows a customer with unionid and followers, and refuses who is none', async () => {
    const known = { external_userid: externalUserIdOf('demo-3') };
    expect(await wecom.get('externalcontact/get', known)).toMatchObject({
      errcode: 0,
      external_contact: { ...known, name: '陈志远', type: 1, unionid: 'usbx-demo-3' },
      follow_user: [{ userid: 'adviser1', state: '', add_way: 1, tags: [] }],
    });
    const get = async (id: string) =>
      (await wecom.get('externalcontact/get', { external_userid: id }))['errcode'];
    expect(await get('wm-nobody')).toBe(40096);
    expect(await wecom.get('externalcontact/list', { userid: 'adviser9' })).toMatchObject({ errcode: 84061 });
    expect(await wecom.get('externalcontact/list', { userid: 'adviser1' })).toMatchObject({
      external_userid: ['demo-3', 'demo-4', 'demo-8'].map(externalUserIdOf),
    });
  });

  it('SBX-68 E-02 pages the customers of several employees and keeps a remark', async () => {
    const kept = { userid: 'adviser1', external_userid: externalUserIdOf('demo-3') };
    expect(await wecom.post('externalcontact/remark', { ...kept, remark: '老客户' })).toMatchObject({
      errcode: 0,
    });
    const page = async (cursor: string) =>
      wecom.post('externalcontact/batch/get_by_user', {
        userid_list: ['adviser1', 'adviser2'],
        limit: 3,
        cursor,
      });
    const first = await page('');
    expect(first['external_contact_list']).toHaveLength(3);
    expect(first['external_contact_list']).toMatchObject([
      { follow_info: { userid: 'adviser1', remark: '老客户' } },
      {},
      {},
    ]);
    const second = await page(String(first['next_cursor']));
    expect(second).toMatchObject({ next_cursor: '', external_contact_list: [{}, {}] });
    expect(await page('made-up')).toMatchObject({ errcode: 40058 });
  });

  it.each([
    ['no type', { type: undefined }, 41037],
    ['no scene', { scene: undefined }, 40058],
    ['two employees for one', { user: ['adviser1', 'adviser2'] }, 40058],
    ['nobody', { type: 2, user: [] }, 40058],
    ['an unknown employee', { user: ['nobody'] }, 40003],
    ['an employee without customer contact', { user: ['operator'] }, 84074],
    ['a state of 31', { state: 'x'.repeat(31) }, 40058],
    ['a remark of 31', { remark: '字'.repeat(31) }, 40058],
    ['a temporary chat', { is_temp: true }, 48002],
  ])('SBX-69 E-02 refuses a contact way with %s', async (_what, change, errcode) => {
    expect(await wecom.post(ADD, { ...single, ...change })).toMatchObject({ errcode });
    expect(
      await wecom.post(ADD, { ...single, state: 'x'.repeat(30), remark: '字'.repeat(30) }),
    ).toMatchObject({ errcode: 0, config_id: expect.stringMatching(/^[0-9a-f]{32}$/) });
  });

  it('SBX-70 E-02 a contact way is got, changed and deleted by its config_id only', async () => {
    const { config_id: configId } = await wecom.post(ADD, single);
    const named = { config_id: configId };
    await wecom.post('externalcontact/update_contact_way', { ...named, remark: '柜台', user: ['adviser2'] });
    expect(await wecom.post('externalcontact/get_contact_way', named)).toMatchObject({
      contact_way: { ...named, type: 1, state: 'p=7Q', remark: '柜台', user: ['adviser2'] },
    });
    expect(await wecom.post('externalcontact/list_contact_way', {})).toMatchObject({ contact_way: [named] });
    expect(await wecom.post('externalcontact/del_contact_way', named)).toMatchObject({ errcode: 0 });
    expect(await wecom.post('externalcontact/get_contact_way', named)).toMatchObject({ errcode: 41044 });
  });

  it('SBX-71 E-02 who scans the code becomes a customer, and the event brings state and welcome code', async () => {
    const text = await code(single);
    expect(await wecom.scan('demo-1', text)).toMatchObject({ outcome: 'added', userid: 'adviser1' });
    expect(await wecom.events()).toEqual([
      {
        Event: 'change_external_contact',
        ChangeType: 'add_external_contact',
        UserID: 'adviser1',
        ExternalUserID: externalUserIdOf('demo-1'),
        State: 'p=7Q',
        WelcomeCode: expect.stringMatching(/^CALLBACK/),
      },
    ]);
    expect(
      await wecom.get('externalcontact/get', { external_userid: externalUserIdOf('demo-1') }),
    ).toMatchObject({ follow_user: [{ userid: 'adviser1', state: 'p=7Q' }] });
  });

  it('SBX-72 E-02 a customer who knows the employee fires nothing, and a shared code takes turns', async () => {
    expect(await wecom.scan('demo-3', await code(single))).toMatchObject({ outcome: 'already' });
    const shared = await code({ type: 2, scene: 2, user: ['adviser3', 'adviser4'] });
    const first = await wecom.scan('new-1', shared);
    const second = await wecom.scan('new-2', shared);
    expect([first['userid'], second['userid']]).toEqual(['adviser3', 'adviser4']);
    expect(await wecom.events()).toHaveLength(2);
  });

  it('SBX-73 E-02 with verification on the employee accepts first; a half-way event carries the welcome code', async () => {
    const asked = await wecom.scan('new-1', await code({ ...single, skip_verify: false }));
    expect(asked).toMatchObject({ outcome: 'asked' });
    expect(await wecom.events()).toEqual([]);
    const accept = (id: unknown) => sandbox.call('POST', `/__phone/wecom/requests/${String(id)}/accept`);
    expect((await accept(asked['requestId'])).status).toBe(204);
    expect((await accept(asked['requestId'])).status).toBe(404);
    const half = await wecom.scan('new-2', await code(single), true);
    await accept(half['requestId']);
    expect((await wecom.events()).map(({ ChangeType }) => ChangeType)).toEqual([
      'add_external_contact',
      'add_half_external_contact',
      'add_external_contact',
    ]);
  });

  it('SBX-74 E-02 a code that was deleted leads nowhere', async () => {
    const { config_id: configId } = await wecom.post(ADD, single);
    const text = `https://work.weixin.qq.com/ca/${String(configId)}`;
    await wecom.post('externalcontact/del_contact_way', { config_id: configId });
    const answer = await sandbox.call('POST', '/__phone/wecom/scan', { account: 'demo-1', text });
    expect(answer.status).toBe(404);
  });
});
