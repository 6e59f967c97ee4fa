import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { openSandbox, type OpenedSandbox } from '../testing/open-sandbox.ts';
import { tokenPath, wecomCaller, type WecomCaller } from './testing/wecom-caller.ts';

const LIST = 'externalcontact/get_follow_user_list';

describe('WeCom: tokens and what a secret opens', () => {
  let sandbox: OpenedSandbox;
  let wecom: WecomCaller;
  beforeEach(async () => {
    sandbox = await openSandbox();
    wecom = wecomCaller(sandbox);
  });
  afterEach(() => sandbox.close());

  it('SBX-60 E-02 gives the same token again until it expires, and a new one after', async () => {
    const first = (await sandbox.call('GET', tokenPath())).body;
    expect(first).toMatchObject({ errcode: 0, errmsg: 'ok', expires_in: 7200 });
    sandbox.advance(7_199_000);
    expect((await sandbox.call('GET', tokenPath())).body).toMatchObject({
      access_token: first['access_token'],
      expires_in: 1,
    });
    sandbox.advance(1_000);
    expect((await sandbox.call('GET', tokenPath())).body['access_token']).not.toBe(first['access_token']);
  });

  it.each([
    [40001, { corpsecret: 'wrong' }],
    [40013, { corpid: 'ww0000000000000000' }],
    [41002, { corpid: '' }],
    [41004, { corpsecret: '' }],
  ])('SBX-61 E-02 refuses a token with %i', async (errcode, overrides) => {
    const { body, status } = await sandbox.call('GET', tokenPath(0, overrides));
    expect(status).toBe(200);
    expect(body).toEqual({ errcode, errmsg: expect.stringMatching(/, hint: \[[0-9a-f]{16}\], from ip: /) });
  });

  it('SBX-62 E-02 tells a missing, a foreign and an expired token apart', async () => {
    const token = await wecom.token();
    const list = async (query: string) =>
      (await sandbox.call('GET', `/qyapi/cgi-bin/${LIST}?${query}`)).body['errcode'];
    expect(await list(`access_token=${token}`)).toBe(0);
    expect(await list('')).toBe(41001);
    expect(await list('access_token=made-up')).toBe(40014);
    sandbox.advance(7_200_000);
    expect(await list(`access_token=${token}`)).toBe(42001);
    await wecom.pull('token-revocation');
    expect(await list(`access_token=${token}`)).toBe(40014);
  });

  it('SBX-63 E-02 a secret opens what it was given: customer contact or not, employees it may see', async () => {
    expect(await wecom.get(LIST, {}, 0)).toMatchObject({ errcode: 0 });
    expect(await wecom.get(LIST, {}, 1)).toMatchObject({ errcode: 48002 });
    expect(await wecom.get('externalcontact/list', { userid: 'adviser1' }, 2)).toMatchObject({ errcode: 0 });
    expect(await wecom.get('externalcontact/list', { userid: 'adviser2' }, 2)).toMatchObject({
      errcode: 60011,
    });
    expect(await wecom.get('externalcontact/list', { userid: 'operator' })).toMatchObject({ errcode: 84074 });
    expect(await wecom.get('externalcontact/list', { userid: 'nobody' })).toMatchObject({ errcode: 40003 });
  });

  it('SBX-64 E-02 refuses an address outside the trusted list of the app with 60020, and no other app', async () => {
    await wecom.pull('trusted-address', { agentId: 1000002, isTrusted: false });
    expect(await wecom.get(LIST)).toMatchObject({ errcode: 60020 });
    expect(await wecom.get(LIST, {}, 2)).toMatchObject({ errcode: 0 });
    await wecom.pull('trusted-address', { agentId: 1000002, isTrusted: true });
    expect(await wecom.get(LIST)).toMatchObject({ errcode: 0 });
  });

  it('SBX-65 E-02 refuses a body that is empty or no JSON object', async () => {
    const url = `${sandbox.url}/qyapi/cgi-bin/externalcontact/add_contact_way?access_token=${await wecom.token()}`;
    const post = async (body: string) =>
      ((await (await fetch(url, { method: 'POST', body })).json()) as { errcode: number }).errcode;
    expect(await post('')).toBe(44002);
    expect(await post('{"type":1')).toBe(47001);
    expect(await post('[1]')).toBe(47001);
    expect(await post('{"type":1,"scene":2,"user":["adviser1"]}')).toBe(0);
  });

  it('SBX-66 E-02 every call stands in the journal, without token or secret', async () => {
    await wecom.get(LIST);
    await wecom.get(LIST, {}, 1);
    const journal = await sandbox.call('GET', '/__control/journal');
    expect(journal.body['entries']).toMatchObject([
      { api: 'wecom/gettoken', errcode: 0 },
      { api: `wecom/${LIST}`, errcode: 0, appId: '1000002' },
      { api: 'wecom/gettoken', errcode: 0 },
      { api: `wecom/${LIST}`, errcode: 48002, appId: '1000003' },
    ]);
    expect(journal.text).not.toContain(await wecom.token());
    expect(journal.text).not.toContain('secret');
  });
});
