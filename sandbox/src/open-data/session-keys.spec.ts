import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { openBox, type Box } from '../testing/open-box.ts';
import { sessionSignature } from './session-keys.routes.ts';

describe('session keys on the server', () => {
  let box: Box;
  beforeEach(async () => {
    box = await openBox();
  });
  afterEach(() => box.close());

  const login = async (account: string): Promise<string> => {
    await box.call('POST', '/__phone/login', { account });
    return box.world.codes.currentKey(box.world.miniPrograms[0]!.appId, `osbx-${account}`)!;
  };
  const ask = async (path: string, openid: string, key: string, more: Record<string, string> = {}) =>
    (
      await box.get(`/wxa/${path}`, {
        openid,
        signature: sessionSignature(key, ''),
        sig_method: 'hmac_sha256',
        ...more,
      })
    ).body;

  it('SBX-40 E-01 E-04 the signature is the published one: the text of the key, not its bytes', () => {
    expect(sessionSignature('o0q0otL8aEzpcZL/FT9WsQ==', '{"foo":"bar"}')).toMatch(/^654571f7[0-9a-f]+aa0b$/);
  });

  it('SBX-41 E-01 checkSessionKey knows the key in force, refuses the one before 87009, another method 87008', async () => {
    const old = await login('demo-1');
    expect(await ask('checksession', 'osbx-demo-1', old)).toEqual({ errcode: 0, errmsg: 'ok' });
    const next = await login('demo-1');
    expect(await ask('checksession', 'osbx-demo-1', old)).toMatchObject({ errcode: 87009 });
    expect(await ask('checksession', 'osbx-demo-1', next)).toMatchObject({ errcode: 0 });
    expect(await ask('checksession', 'osbx-demo-2', next)).toMatchObject({ errcode: 87009 });
    expect(await ask('checksession', 'osbx-demo-1', next, { sig_method: 'md5' })).toMatchObject({
      errcode: 87008,
    });
    expect(await ask('checksession', 'oforeign-demo-1', next)).toMatchObject({ errcode: 40003 });
  });

  it('SBX-42 E-01 resetUserSessionKey gives a new key and kills the old', async () => {
    const old = await login('demo-1');
    const reset = await ask('resetusersessionkey', 'osbx-demo-1', old);
    expect(reset).toMatchObject({ errcode: 0, openid: 'osbx-demo-1' });
    expect(await ask('checksession', 'osbx-demo-1', old)).toMatchObject({ errcode: 87009 });
    expect(await ask('checksession', 'osbx-demo-1', String(reset['session_key']))).toMatchObject({
      errcode: 0,
    });
    expect(await ask('resetusersessionkey', 'osbx-demo-1', old)).toMatchObject({ errcode: 87009 });
  });
});
