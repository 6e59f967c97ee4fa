import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { demoMiniProgram, foreignMiniProgram } from './mini-programs.ts';
import { openSandbox, rightQuery, type OpenedSandbox } from './testing/open-sandbox.ts';

const RID = /, rid: [0-9a-f]{8}-[0-9a-f]{8}-[0-9a-f]{8}$/;

describe('GET /sns/jscode2session', () => {
  let sandbox: OpenedSandbox;
  beforeEach(async () => {
    sandbox = await openSandbox();
  });
  afterEach(() => sandbox.close());

  const expectRefusal = async (query: Record<string, string | null>, errcode: number): Promise<void> => {
    const answer = await sandbox.exchange(query);
    expect(answer.body).toEqual({ errcode, errmsg: expect.stringMatching(RID) });
    expect(answer.status).toBe(200);
  };

  it('SBX-01 A-10 exchanges a fresh code for openid, unionid and a 16-byte session_key, as text/plain', async () => {
    const answer = await sandbox.exchange(rightQuery(await sandbox.login('demo-1')));
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-type')).toMatch(/^text\/plain/);
    expect(answer.body['openid']).toBe('osbx-demo-1');
    expect(answer.body['unionid']).toBe('usbx-demo-1');
    expect(Buffer.from(String(answer.body['session_key']), 'base64')).toHaveLength(16);
    expect(answer.body).not.toHaveProperty('errcode');
  });

  it('SBX-02 gives no unionid to an app outside an Open Platform account, and another openid', async () => {
    const code = await sandbox.login('demo-1', foreignMiniProgram.appId);
    const { appId: appid, appSecret: secret } = foreignMiniProgram;
    const answer = await sandbox.exchange({ ...rightQuery(code), appid, secret });
    expect(answer.body['openid']).toBe('oforeign-demo-1');
    expect(answer.body).not.toHaveProperty('unionid');
  });

  it('SBX-03 refuses a second use of a code with 40163, and a code nobody was given with 40029', async () => {
    const code = await sandbox.login('demo-1');
    expect((await sandbox.exchange(rightQuery(code))).body).toHaveProperty('openid');
    await expectRefusal(rightQuery(code), 40163);
    await expectRefusal(rightQuery('0ffffffffffffffffffffffffffffffw'), 40029);
  });

  it('SBX-04 takes a code after exactly five minutes and refuses it a millisecond later with 40029', async () => {
    const inTime = await sandbox.login('demo-1');
    sandbox.advance(300_000);
    expect((await sandbox.exchange(rightQuery(inTime))).body).toHaveProperty('openid');
    const late = await sandbox.login('demo-1');
    sandbox.advance(300_001);
    await expectRefusal(rightQuery(late), 40029);
  });

  it('SBX-05 refuses a code minted for another app with 40029 and leaves it usable at home', async () => {
    const code = await sandbox.login('demo-1', foreignMiniProgram.appId);
    await expectRefusal(rightQuery(code), 40029);
    const { appId: appid, appSecret: secret } = foreignMiniProgram;
    expect((await sandbox.exchange({ ...rightQuery(code), appid, secret })).body).toHaveProperty('openid');
  });

  it('SBX-06 refuses an unknown appid with 40013 and a wrong secret with 40125, sparing the code', async () => {
    const code = await sandbox.login('demo-1');
    await expectRefusal({ ...rightQuery(code), appid: 'wx0000000000000000' }, 40013);
    await expectRefusal({ ...rightQuery(code), secret: foreignMiniProgram.appSecret }, 40125);
    expect((await sandbox.exchange(rightQuery(code))).body).toHaveProperty('openid');
  });

  it.each([
    ['appid', 41002],
    ['secret', 41004],
    ['js_code', 41008],
    ['grant_type', 40002],
  ])('SBX-07 refuses a call without %s with %i', async (name, errcode) => {
    const code = await sandbox.login('demo-1');
    await expectRefusal({ ...rightQuery(code), [name]: null }, errcode);
    await expectRefusal({ ...rightQuery(code), [name]: '' }, errcode);
    expect((await sandbox.exchange(rightQuery(code))).body).toHaveProperty('openid');
  });

  it('SBX-08 takes 100 calls a minute per person, refuses the next with 45011, and nobody else', async () => {
    for (let call = 0; call < 100; call += 1) {
      expect((await sandbox.exchange(rightQuery(await sandbox.login('demo-1')))).body).toHaveProperty(
        'openid',
      );
    }
    const next = await sandbox.login('demo-1');
    await expectRefusal(rightQuery(next), 45011);
    expect((await sandbox.exchange(rightQuery(await sandbox.login('demo-2')))).body).toHaveProperty('openid');
    sandbox.advance(60_000);
    expect((await sandbox.exchange(rightQuery(next))).body).toHaveProperty('openid');
  });

  it('SBX-09 a new code brings a new session_key and kills the old one', async () => {
    const isCurrent = async (sessionKey: unknown): Promise<unknown> =>
      (
        await sandbox.call('POST', '/__control/session-key-checks', {
          appId: demoMiniProgram.appId,
          openid: 'osbx-demo-1',
          sessionKey,
        })
      ).body['isCurrent'];
    const first = (await sandbox.exchange(rightQuery(await sandbox.login('demo-1')))).body['session_key'];
    expect(await isCurrent(first)).toBe(true);
    const second = (await sandbox.exchange(rightQuery(await sandbox.login('demo-1')))).body['session_key'];
    expect(second).not.toBe(first);
    expect(await isCurrent(first)).toBe(false);
    expect(await isCurrent(second)).toBe(true);
  });

  it('SBX-10 gives every refusal its own rid', async () => {
    const one = await sandbox.exchange(rightQuery('a'));
    const two = await sandbox.exchange(rightQuery('a'));
    expect(one.body['errmsg']).toMatch(RID);
    expect(one.body['errmsg']).not.toBe(two.body['errmsg']);
  });
});
