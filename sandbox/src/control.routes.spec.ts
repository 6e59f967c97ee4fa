import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { demoMiniProgram } from './mini-programs.ts';
import { openBox, type Box } from './testing/open-box.ts';

const MINUTE = 60_000;

describe('levers of the box', () => {
  let box: Box;
  beforeEach(async () => {
    box = await openBox();
  });
  afterEach(() => box.close());

  const control = (path: string, payload: object = {}) => box.call('POST', `/__control/${path}`, payload);
  const entries = async (query = ''): Promise<readonly unknown[]> => {
    const { entries: found } = (await box.call('GET', `/__control/journal${query}`)).body;
    return Array.isArray(found) ? found : [];
  };
  const login = async (account: string): Promise<string> =>
    String((await box.call('POST', '/__phone/login', { account })).body['code']);
  const exchange = (code: string) =>
    box.call(
      'GET',
      `/sns/jscode2session?${new URLSearchParams({
        appid: demoMiniProgram.appId,
        secret: demoMiniProgram.appSecret,
        js_code: code,
        grant_type: 'authorization_code',
      }).toString()}`,
    );

  it('SBX-201 E-03 one clock for the whole box: advanced, set, stopped, run on and put back', async () => {
    const code = await login('demo-1');
    await control('clock', { act: 'advance', ms: 6 * MINUTE });
    expect((await exchange(code)).body['errcode']).toBe(40029);
    const token = await box.token();
    await control('clock', { act: 'set', at: '2027-01-01T08:00:00+08:00' });
    expect((await box.call('GET', '/__control/clock')).body).toEqual({
      at: '2027-01-01T00:00:00.000Z',
      isRunning: true,
    });
    const dead = await box.call('GET', `/wxa/checksession?access_token=${token}`);
    expect(dead.body['errcode']).toBe(42001);
    await control('clock', { act: 'stop' });
    box.advance(MINUTE);
    expect((await box.call('GET', '/__control/clock')).body).toEqual({
      at: '2027-01-01T00:00:00.000Z',
      isRunning: false,
    });
    await control('clock', { act: 'run' });
    box.advance(MINUTE);
    expect((await box.call('GET', '/__control/clock')).body['at']).toBe('2027-01-01T00:01:00.000Z');
    expect((await control('clock', { act: 'real_time' })).body['at']).toBe('2026-11-24T04:02:00.000Z');
    expect((await control('clock', { act: 'advance', ms: -1 })).status).toBe(400);
  });

  it('SBX-202 E-03 a fault strikes one caller, each nth call, as often as told, and is switched off by its number', async () => {
    await control('faults', { api: 'jscode2session', kind: 'busy', caller: 'demo-2', every: 2, times: 2 });
    const errcodes = async (account: string): Promise<unknown[]> => {
      const answers = [];
      for (let n = 0; n < 5; n += 1) {
        answers.push((await exchange(await login(account))).body['errcode'] ?? 0);
      }
      return answers;
    };
    expect(await errcodes('demo-1')).toEqual([0, 0, 0, 0, 0]);
    expect(await errcodes('demo-2')).toEqual([0, -1, 0, -1, 0]);
    await control('faults', { api: '*', kind: 'server_error' });
    expect((await exchange('x')).status).toBe(502);
    expect((await box.call('POST', '/cgi-bin/stable_token', {})).status).toBe(502);
    const listed = (await box.call('GET', '/__control/faults')).body['faults'];
    expect(listed).toMatchObject([{ api: '*', kind: 'server_error', left: null, met: 2, id: 2 }]);
    expect((await box.call('DELETE', '/__control/faults/2')).status).toBe(204);
    expect((await box.call('DELETE', '/__control/faults/2')).status).toBe(404);
    expect((await exchange('x')).status).toBe(200);
  });

  it('SBX-203 E-03 a call can wait until nobody answers, and is not carried out', async () => {
    const code = await login('demo-1');
    await control('faults', { api: 'jscode2session', kind: 'time_out', delayMs: 20, times: 1 });
    await expect(exchange(code)).rejects.toThrow('fetch failed');
    expect((await exchange(code)).body).toHaveProperty('openid');
  });

  it('SBX-204 E-03 an answer can be lost after the call was carried out', async () => {
    const code = await login('demo-1');
    await control('faults', { api: 'jscode2session', kind: 'dropped', times: 1 });
    await expect(exchange(code)).rejects.toThrow('fetch failed');
    expect((await exchange(code)).body['errcode']).toBe(40163);
    await control('faults', { api: 'stable_token', kind: 'dropped', times: 1 });
    await expect(box.token()).rejects.toThrow('fetch failed');
    expect(await entries('?api=stable_token')).toMatchObject([{ errcode: 0, fault: 'dropped' }]);
    await control('faults', { api: 'core', kind: 'dropped', times: 1 });
    const first = { accountNo: '6200000001', phone: '13800000001' };
    await expect(box.call('POST', '/core/v1/verification-codes', first)).rejects.toThrow('fetch failed');
    const inbox = await box.call('GET', '/__phone/messages?phone=13800000001');
    expect(inbox.body['messages']).toHaveLength(1);
  });

  it('SBX-205 E-03 each call has a verdict in plain words, with the clause it was refused by, and the list is narrowed', async () => {
    const code = await login('demo-1');
    await exchange(code);
    await exchange(code);
    await box.call('POST', '/cgi-bin/stable_token', {
      grant_type: 'client_credential',
      appid: 'wx',
      secret: 'x',
    });
    await control('faults', { api: 'jscode2session', kind: 'not_json', times: 1 });
    await exchange(code);
    expect(await entries()).toMatchObject([
      { no: 1, verdict: { outcome: 'accepted', words: '微信会接受', clause: null } },
      { no: 2, verdict: { outcome: 'refused', words: '微信会拒绝：同一个登录 code 用了第二次（SBX-03）' } },
      {
        no: 3,
        verdict: { outcome: 'refused', words: '微信会拒绝：没有这个 appid（SBX-06）', clause: 'SBX-06' },
      },
      { no: 4, verdict: { outcome: 'disturbed', words: '按故障开关：回答不是 JSON（SBX-12）' } },
    ]);
    expect(await entries('?outcome=refused&caller=demo-1')).toMatchObject([{ no: 2 }]);
    expect(await entries('?api=token')).toMatchObject([{ no: 3 }]);
    expect(await entries('?after=1&limit=1')).toMatchObject([{ no: 4 }]);
    expect((await box.call('GET', '/__control/journal?outcome=perhaps')).status).toBe(400);
  });

  it('SBX-206 E-03 a world is put in by one call and taken back by another', async () => {
    const seed = {
      people: [
        { account: 'demo-1', nickname: '新名字' },
        { account: 'anna', nickname: '安娜' },
      ],
      groups: [{ name: '邻居', members: ['anna'] }],
      employees: [{ userid: 'fresh', name: '新同事' }],
      pages: { [demoMiniProgram.appId]: ['pages/only/index'] },
    };
    expect((await control('world', { people: [{ account: 'Not An Account', nickname: 'x' }] })).status).toBe(
      400,
    );
    expect((await control('world', { peple: [] })).status).toBe(400);
    expect((await control('world', seed)).status).toBe(204);
    const seen = async () => ({
      accounts: (await box.call('GET', '/__phone/accounts')).body['accounts'],
      groups: (await box.call('GET', '/__phone/groups')).body['groups'],
      employees: (await box.call('GET', '/__phone/wecom/employees')).body['employees'],
    });
    const pages = async () =>
      (await box.call('GET', `/__control/mini-programs/${demoMiniProgram.appId}/pages`)).body['pages'];
    const after = await seen();
    expect(await pages()).toEqual(['pages/only/index']);
    expect(after.accounts).toHaveLength(9);
    expect(after.accounts).toContainEqual({ account: 'demo-1', nickname: '新名字', description: '' });
    expect(after.groups).toContainEqual({ name: '邻居', chatType: 3, members: ['anna'] });
    expect(after.employees).toContainEqual(expect.objectContaining({ userid: 'fresh', name: '新同事' }));
    const token = await box.token();
    await control('clock', { act: 'advance', ms: MINUTE });
    await control('faults', { api: '*', kind: 'busy' });
    await control('reset');
    const before = await seen();
    expect(before.accounts).toHaveLength(8);
    expect(before.groups).not.toContainEqual(expect.objectContaining({ name: '邻居' }));
    expect(before.employees).not.toContainEqual(expect.objectContaining({ userid: 'fresh' }));
    expect((await box.call('GET', '/__control/clock')).body['at']).toBe('2026-11-24T04:00:00.000Z');
    expect(await pages()).toContain('pages/home/index');
    expect(await entries()).toEqual([]);
    const dead = await box.call('GET', `/wxa/checksession?access_token=${token}`);
    expect(dead.body['errcode']).toBe(40001);
  });
});
